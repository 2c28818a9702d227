using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Repairs;
using CisPosture.Collection;
using CisPosture.Repairs;

namespace CisPosture.Aws;

/// <summary>An open account.</summary>
internal sealed class AccountSession : IRepairSession
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
            Calls = new ApiCaller(Clients.Gate, new GapClassifier(HomeRegion, Mask), Log, stop.Token),
            Store = new EvidenceStore(Empty()),
            Cancellation = stop.Token,
        };
        return new EvidenceCollection(context, stop);
    }

    public IRepairExecution Start(RepairJournal journal, IRepairConversation conversation) => new RepairExecution(this, journal, conversation);

    /// <summary>What reading and changing settings takes.</summary>
    public RepairContext RepairContext(CancellationToken cancellationToken) => new()
    {
        Session = this,
        Calls = new ApiCaller(Clients.Gate, new GapClassifier(HomeRegion, Mask), Log, cancellationToken),
        Cancellation = cancellationToken,
        Place = new RepairPlace { AccountId = AccountId, Partition = Partition, HomeRegion = HomeRegion, CallerArn = CallerArn, Now = Surroundings.Now() },
    };

    public void Dispose() => Clients.Dispose();

    private AccountEvidence Empty() => new()
    {
        AccountId = AccountId,
        Partition = Partition,
        HomeRegion = HomeRegion,
        ObservedAt = Surroundings.Now(),
    };
}
