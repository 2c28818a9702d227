using System.Net;
using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>The role of the container or the instance that the process runs on.</summary>
internal static class MachineRole
{
    /// <param name="mayAskInstance">False where the instance's metadata address must not be contacted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<AWSCredentials?> FindAsync(bool mayAskInstance, CancellationToken cancellationToken)
    {
        if (IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
        {
            return new GenericContainerCredentials();
        }

        // The SDK asks the metadata address while it constructs the object, and blocks until it answers or not.
        return mayAskInstance ? await Task.Run(AskInstance, cancellationToken).OrCancelledAsync(cancellationToken).ConfigureAwait(false) : null;
    }

    private static AWSCredentials? AskInstance()
    {
        try
        {
            return new InstanceProfileAWSCredentials();
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or InvalidOperationException or AggregateException
            or HttpRequestException or WebException or IOException or TimeoutException or OperationCanceledException)
        {
            // Not an instance, an instance without a role, or metadata switched off: nothing to be had here.
            return null;
        }
    }

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));
}
