namespace CisPosture.Aws.Connection.Exchange;

/// <summary>Temporary credentials that others are exchanged for.</summary>
/// <param name="exchange">How they are exchanged.</param>
internal abstract class ExchangedCredentials(CredentialExchange exchange) : TemporaryCredentials(exchange, exchange.Mask)
{
    protected CredentialExchange Exchange { get; } = exchange;
}
