using CisPosture.Aws.Connection;
using CisPosture.Collection;

namespace CisPosture.Aws;

/// <summary>Opens AWS accounts. The module makes it by reflection inside a load context of its own.</summary>
public sealed class AccountGateway : IAccountGateway
{
    private readonly Surroundings _surroundings;

    /// <summary>Makes a gateway to AWS.</summary>
    public AccountGateway()
        : this(new Surroundings())
    {
    }

    internal AccountGateway(Surroundings surroundings) => _surroundings = surroundings;

    /// <inheritdoc/>
    public Task<IAccountSession> ConnectAsync(ConnectionRequest request, ICollectionLog log, CancellationToken cancellationToken) =>
        new Connector(_surroundings, log).ConnectAsync(request, cancellationToken);
}
