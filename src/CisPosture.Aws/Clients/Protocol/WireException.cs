using System.Globalization;
using System.Net;
using Amazon.Runtime;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>An error as a service put it on the wire. The SDK's retry policy knows most throttling codes; the rest it must be told of.</summary>
internal sealed class WireException : AmazonServiceException
{
    private const int TooManyRequests = 429;

    private WireException(string message, Exception inner, ErrorType type, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, type, code, requestId, status)
    {
    }

    // SNS says "Throttled", which is not among the codes that the SDK's retry policy holds.
    public override RetryableDetails? Retryable =>
        (int)StatusCode == TooManyRequests || string.Equals(ErrorCode, "Throttled", StringComparison.OrdinalIgnoreCase)
            ? new RetryableDetails(throttling: true)
            : null;

    public static WireException Make(string? code, string? message, string? requestId, HttpStatusCode status, Exception inner)
    {
        var number = (int)status;
        var wireCode = string.IsNullOrEmpty(code) ? string.Format(CultureInfo.InvariantCulture, "Http{0}", number) : code!;
        var text = string.IsNullOrEmpty(message) ? string.Format(CultureInfo.InvariantCulture, "The service answered with HTTP status {0}.", number) : message!;
        var type = number >= 500 ? ErrorType.Receiver : ErrorType.Sender;
        return new WireException(text, inner, type, wireCode, requestId, status);
    }
}
