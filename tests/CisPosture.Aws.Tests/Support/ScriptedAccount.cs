using Amazon.Runtime;
using CisPosture.Accounts;
using CisPosture.Aws.Connection;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>A session with an account that a script plays.</summary>
internal sealed class ScriptedAccount : IDisposable
{
    public const string Id = "111122223333";

    public ScriptedAccount(string partition = "aws", string homeRegion = "us-east-1") => Session = new AccountSession
    {
        AccountId = Id,
        Partition = partition,
        CallerArn = $"arn:{partition}:iam::{Id}:user/auditor",
        Region = homeRegion,
        HomeRegion = homeRegion,
        Clients = new AwsClients(new BasicAWSCredentials(TestClients.AccessKey, TestClients.SecretKey), new Endpoints(TestClients.Address), new TestHttpClientFactory(Aws)),
        Mask = new SecretMask(),
        Surroundings = Surroundings.ToSurroundings(),
        Log = Log,
    };

    public ScriptedAws Aws { get; } = new();

    public TestSurroundings Surroundings { get; } = new();

    public RecordingLog Log { get; } = new();

    public AccountSession Session { get; }

    /// <summary>The gaps that the last collection reported.</summary>
    public IReadOnlyList<EvidenceGap> Gaps { get; private set; } = [];

    public Task<AccountEvidence> CollectAsync(params EvidenceKind[] kinds) => CollectAsync(["us-east-1"], kinds);

    public async Task<AccountEvidence> CollectAsync(IReadOnlyList<string> regions, params EvidenceKind[] kinds)
    {
        var collection = Session.Collect(new CollectionRequest { Kinds = kinds, Regions = regions }, TestContext.Current.CancellationToken);
        var evidence = await collection.WhenCompleteAsync();
        Gaps = collection.TakeNewGaps();
        return evidence;
    }

    public void Dispose()
    {
        Session.Dispose();
        Aws.Dispose();
    }
}
