using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>A live account as the user named it: how to reach it, and which Regions to read.</summary>
internal sealed class LiveAccount(
    IAccountGateway gateway, ConnectionRequest connection, IReadOnlyList<string> regions, IReadOnlyList<string> excludedRegions)
{
    /// <summary>Opens the account.</summary>
    public Task<IAccountSession> ConnectAsync(ICollectionLog log, CancellationToken cancellationToken) =>
        gateway.ConnectAsync(connection, log, cancellationToken);

    /// <summary>What to read of it.</summary>
    public CollectionRequest Request(IReadOnlyCollection<EvidenceKind> kinds) =>
        new() { Kinds = kinds, Regions = regions, ExcludedRegions = excludedRegions };
}
