using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Entry;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.SecurityHub;
using CisPosture.Collection;
using CisPosture.Repairs;
using CisPosture.SecurityHub;

namespace CisPosture.Aws;

/// <summary>An open account.</summary>
internal sealed class AccountSession : IRepairSession, IHubSession
{
    public required string AccountId { get; init; }

    public required string Partition { get; init; }

    public required string CallerArn { get; init; }

    /// <summary>The Region for calls that no particular Region has to answer.</summary>
    public required string Region { get; init; }

    /// <summary>Where the partition's IAM lives.</summary>
    public required string HomeRegion { get; init; }

    public required AwsClients Clients { get; init; }

    public required SecretMask Mask { get; init; }

    public required Surroundings Surroundings { get; init; }

    public required ICollectionLog Log { get; init; }

    public IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken)
    {
        foreach (var region in request.Regions.Concat(request.ExcludedRegions))
        {
            RegionName.Check(region, "A Region of the scan");
        }

        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = new CollectionContext
        {
            Session = this,
            Request = request,
            Needed = Prerequisites.Close(request.Kinds),
            Calls = Calls(stop.Token),
            Store = new EvidenceStore(Empty()),
            Cancellation = stop.Token,
        };
        return new EvidenceCollection(context, stop);
    }

    public Task<IReadOnlyList<string>> ListActiveAccountsAsync(CancellationToken cancellationToken) =>
        new OrganizationAccounts(this, Calls(cancellationToken)).ListActiveAsync();

    public async Task<IAccountSession> EnterAsync(AccountRole role, CancellationToken cancellationToken)
    {
        Log.Verbose($"Entering account {role.AccountId} by the role {role.RoleName}.");
        var credentials = new RoleCredentials(this, role, Calls(cancellationToken));
        try
        {
            await credentials.GetCredentialsAsync().ConfigureAwait(false);
            return Inside(role.AccountId, credentials);
        }
        catch (ApiCallException refusal)
        {
            return new ClosedAccountSession(this, role.AccountId, refusal.Gap);
        }
    }

    public IRepairExecution Start(RepairJournal journal, IRepairConversation conversation) => new RepairExecution(this, journal, conversation);

    public ISecurityHub SecurityHub(CancellationToken cancellationToken) => new SecurityHubAccess(this, Calls(cancellationToken));

    /// <summary>What reading and changing settings takes.</summary>
    public RepairContext RepairContext(CancellationToken cancellationToken) => new()
    {
        Session = this,
        Calls = Calls(cancellationToken),
        Cancellation = cancellationToken,
        Place = new RepairPlace { AccountId = AccountId, Partition = Partition, HomeRegion = HomeRegion, CallerArn = CallerArn, Now = Surroundings.Now() },
    };

    public void Dispose() => Clients.Dispose();

    private ApiCaller Calls(CancellationToken cancellationToken) => new(Clients.Gate, new GapClassifier(HomeRegion, Mask), Log, cancellationToken);

    private AccountSession Inside(string accountId, RoleCredentials credentials) => new()
    {
        AccountId = accountId,
        Partition = Partition,
        CallerArn = credentials.SessionArn,
        Region = Region,
        HomeRegion = HomeRegion,
        Clients = Clients.As(new WatchedCredentials(credentials, Mask)),
        Mask = Mask,
        Surroundings = Surroundings,
        Log = Log,
    };

    private AccountEvidence Empty() => new()
    {
        AccountId = AccountId,
        Partition = Partition,
        HomeRegion = HomeRegion,
        ObservedAt = Surroundings.Now(),
    };
}
