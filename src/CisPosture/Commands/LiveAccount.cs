using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>A live account as the user named it: how to reach it, and which Regions to read.</summary>
internal sealed class LiveAccount(
    IAccountGateway gateway, ConnectionRequest connection, IReadOnlyList<string> regions, IReadOnlyList<string> excludedRegions)
{
    /// <summary>Opens the account.</summary>
    /// <param name="output">Where to tell what is being done, and who asks the user for an MFA code.</param>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    public Task<IAccountSession> ConnectAsync(CmdletOutput output, CancellationToken cancellationToken) =>
        gateway.ConnectAsync(connection with { MfaPrompt = output }, output, cancellationToken);

    /// <summary>What to read of it.</summary>
    public CollectionRequest Request(IReadOnlyCollection<EvidenceKind> kinds) =>
        new() { Kinds = kinds, Regions = regions, ExcludedRegions = excludedRegions };
}
