using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.SecurityHub;

namespace CisPosture.Core.Tests.SecurityHub;

/// <summary>A session whose hub answers as a test says, and remembers what was sent.</summary>
internal sealed class FakeHub : IHubSession, ISecurityHub, IHubListener
{
    public List<IReadOnlyList<AsffFinding>> Imports { get; } = [];

    public List<HubUpdate> Updates { get; } = [];

    public List<PostureException> Failures { get; } = [];

    public List<EvidenceGap> Gaps { get; } = [];

    public List<CisPublication> Publications { get; } = [];

    public List<string> Asked { get; } = [];

    /// <summary>Answers an import; takes all where it is left out.</summary>
    public Func<IReadOnlyList<AsffFinding>, Evidence<IReadOnlyList<HubRefusal>>> OnImport { get; init; } = _ => Evidence.Of<IReadOnlyList<HubRefusal>>([]);

    /// <summary>Answers questions; yes where it is left out.</summary>
    public Func<string, bool> OnAsked { get; init; } = _ => true;

    public string AccountId => "111122223333";

    public string Partition => "aws";

    public string CallerArn => "arn:aws:iam::111122223333:user/auditor";

    public string HomeRegion => "us-east-1";

    public bool IsWhatIf => false;

    public ISecurityHub SecurityHub(CancellationToken cancellationToken) => this;

    public Task<Evidence<IReadOnlyList<string>>> EnabledRegionsAsync() => Task.FromResult(Evidence.Of<IReadOnlyList<string>>([HomeRegion]));

    public Task<Evidence<IReadOnlyList<AsffFinding>>> FindAsync(string region, HubFilter filter) => Task.FromResult(Evidence.Of<IReadOnlyList<AsffFinding>>([]));

    public Task<Evidence<IReadOnlyList<HubRefusal>>> ImportAsync(string region, IReadOnlyList<AsffFinding> findings)
    {
        Imports.Add(findings);
        return Task.FromResult(OnImport(findings));
    }

    public Task<Evidence<IReadOnlyList<HubRefusal>>> UpdateAsync(string region, IReadOnlyList<AsffFinding> findings, HubUpdate update)
    {
        Updates.Add(update);
        return Task.FromResult(Evidence.Of<IReadOnlyList<HubRefusal>>([new HubRefusal(findings[0].Id, "ConcurrentUpdateError", "Concurrent finding updates detected")]));
    }

    public Task<bool> MayAsync(string target, string action, CancellationToken cancellationToken)
    {
        Asked.Add(action);
        return Task.FromResult(OnAsked(action));
    }

    public void Tell(CisPublication publication) => Publications.Add(publication);

    public void Pass(CisFinding finding)
    {
    }

    public void Fail(PostureException failure) => Failures.Add(failure);

    public void Miss(EvidenceGap gap) => Gaps.Add(gap);

    public void Warn(string message) => throw new InvalidOperationException($"No test expects a warning: {message}");

    public void Advance(int count)
    {
    }

    public Task<IReadOnlyList<string>> ListActiveAccountsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IAccountSession> EnterAsync(AccountRole role, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
