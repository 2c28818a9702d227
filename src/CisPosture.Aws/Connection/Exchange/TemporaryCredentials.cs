using Amazon.Runtime;
using Amazon.Util.Internal;

namespace CisPosture.Aws.Connection.Exchange;

/// <summary>Credentials that end, and are had anew when they are about to.</summary>
/// <param name="clock">Tells when that is.</param>
/// <param name="mask">Learns every secret among them.</param>
internal abstract class TemporaryCredentials(ITimeProvider clock, SecretMask mask) : RefreshingAWSCredentials(clock)
{
    private readonly ITimeProvider _clock = clock;

    // The SDK's asynchronous calls ask asynchronously; only code that cannot wait otherwise comes this way.
    protected sealed override CredentialsRefreshState GenerateNewCredentials() => Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    protected CredentialsRefreshState Until(DateTime? expiration, string accessKey, string secretKey, string token)
    {
        mask.Learn(secretKey);
        mask.Learn(token);
        return new CredentialsRefreshState(new ImmutableCredentials(accessKey, secretKey, token), expiration ?? DateTime.MaxValue, _clock);
    }
}
