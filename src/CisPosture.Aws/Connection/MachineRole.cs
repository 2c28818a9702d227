using System.Net;
using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>The role of the container or the instance that the process runs on.</summary>
internal static class MachineRole
{
    /// <summary>Null outside of a container that has a role.</summary>
    public static AWSCredentials? OfContainer() =>
        IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI") ? MakeOfContainer() : null;

    /// <summary>Null on a machine that is no instance, or one without a role.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<AWSCredentials?> OfInstanceAsync(CancellationToken cancellationToken) =>
        // The SDK asks the metadata address while it constructs the object, and blocks until it answers or not.
        await Task.Run(AskInstance, cancellationToken).OrCancelledAsync(cancellationToken).ConfigureAwait(false);

    private static GenericContainerCredentials MakeOfContainer()
    {
        try
        {
            return new GenericContainerCredentials();
        }
        catch (Exception exception) when (exception is ArgumentException or UriFormatException)
        {
            throw new PostureException(ErrorId.CredentialsInvalid, $"The container's role cannot be asked for: {exception.Message}");
        }
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
