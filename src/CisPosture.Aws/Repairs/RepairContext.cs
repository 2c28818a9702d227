using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;
using CisPosture.Collection;

namespace CisPosture.Aws.Repairs;

/// <summary>What reading of an account for a repair takes.</summary>
internal sealed class RepairContext
{
    public required AccountSession Session { get; init; }

    public required RepairPlace Place { get; init; }

    public required ApiCaller Calls { get; init; }

    public required CancellationToken Cancellation { get; init; }

    public AwsClients Clients => Session.Clients;

    /// <summary>Reads evidence as a scan does, for planners that start from what a control has judged.</summary>
    /// <param name="kinds">What to read.</param>
    /// <param name="regions">Where; empty for all enabled Regions.</param>
    public Task<AccountEvidence> CollectAsync(IReadOnlyCollection<EvidenceKind> kinds, IReadOnlyList<string> regions) =>
        Session.Collect(new CollectionRequest { Kinds = kinds, Regions = regions }, Cancellation).WhenCompleteAsync();
}
