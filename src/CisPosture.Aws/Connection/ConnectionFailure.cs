using System.Net.Sockets;
using System.Xml;
using Amazon.Runtime;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Connection;

/// <summary>The one place that tells credentials that AWS refuses from a service that does not answer as AWS does.</summary>
internal static class ConnectionFailure
{
    /// <param name="exception">What the SDK threw.</param>
    /// <param name="wanted">What was asked for, as AWS would refuse it: "the credentials".</param>
    /// <param name="address">Who was asked.</param>
    /// <param name="mask">Takes secrets out of messages.</param>
    /// <returns>Null for what is neither, and so a bug.</returns>
    public static PostureException? Of(Exception exception, string wanted, string address, SecretMask mask) => exception switch
    {
        AmazonServiceException refusal when IsRefusal(refusal) => new PostureException(
            ErrorId.CredentialsInvalid, $"AWS refused {wanted} with {refusal.ErrorCode}: {mask.Clear(refusal.Message)}", refusal.ErrorCode),
        AmazonServiceException or AmazonClientException or EndpointDownException or HttpRequestException or XmlException or IOException or SocketException
            or TimeoutException or OperationCanceledException => new PostureException(
                ErrorId.EndpointUnreachable,
                $"{address} does not answer as AWS does: {mask.Clear(exception.Message)} Check the network, the Region and the endpoint URL.",
                address),
        _ => null,
    };

    private static bool IsRefusal(AmazonServiceException exception) =>
        exception is not AmazonUnmarshallingException && (int)exception.StatusCode is >= 400 and < 500 && !string.IsNullOrEmpty(exception.ErrorCode)
        && !ErrorCodes.IsThrottling(exception.ErrorCode);
}
