using Amazon.Runtime;

namespace CisPosture.Aws.Connection.Exchange;

/// <summary>Temporary credentials that are exchanged for anew when they are about to expire.</summary>
/// <param name="exchange">How they are exchanged.</param>
internal abstract class ExchangedCredentials(CredentialExchange exchange) : RefreshingAWSCredentials(exchange)
{
    protected CredentialExchange Exchange { get; } = exchange;

    // The SDK's asynchronous calls ask asynchronously; only code that cannot wait otherwise comes this way.
    protected override CredentialsRefreshState GenerateNewCredentials() => Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    protected CredentialsRefreshState Until(DateTime? expiration, string accessKey, string secretKey, string token)
    {
        Exchange.Mask.Learn(secretKey);
        Exchange.Mask.Learn(token);
        return new CredentialsRefreshState(new ImmutableCredentials(accessKey, secretKey, token), expiration ?? DateTime.MaxValue, Exchange);
    }
}
