using CisPosture.Collection;

namespace CisPosture.SecurityHub;

/// <summary>An open account whose Security Hub can be read and given findings.</summary>
internal interface IHubSession : IAccountSession
{
    /// <summary>Where the partition's IAM lives.</summary>
    string HomeRegion { get; }

    /// <summary>The account's Security Hub.</summary>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    ISecurityHub SecurityHub(CancellationToken cancellationToken);
}
