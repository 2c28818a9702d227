using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>Credentials whose every secret the mask learns before it signs anything.</summary>
internal sealed class WatchedCredentials(AWSCredentials credentials, SecretMask mask) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => Watch(credentials.GetCredentials());

    public override async Task<ImmutableCredentials> GetCredentialsAsync() => Watch(await credentials.GetCredentialsAsync().ConfigureAwait(false));

    private ImmutableCredentials Watch(ImmutableCredentials current)
    {
        mask.Learn(current.SecretKey);
        mask.Learn(current.Token);
        return current;
    }
}
