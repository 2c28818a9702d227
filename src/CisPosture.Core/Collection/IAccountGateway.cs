namespace CisPosture.Collection;

/// <summary>Opens accounts. The module owns this contract; CisPosture.Aws implements it behind its own load context.</summary>
public interface IAccountGateway
{
    /// <summary>Finds credentials, and asks AWS whose they are.</summary>
    /// <param name="request">The credentials, Region and endpoint that the caller gave.</param>
    /// <param name="log">Where to tell what is being done.</param>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    /// <returns>A session, to be disposed of by the caller.</returns>
    /// <exception cref="PostureException">The credentials are missing, unusable or refused.</exception>
    Task<IAccountSession> ConnectAsync(ConnectionRequest request, ICollectionLog log, CancellationToken cancellationToken);
}
