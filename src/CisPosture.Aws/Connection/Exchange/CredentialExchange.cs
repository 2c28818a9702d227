using Amazon.Runtime;
using Amazon.Util.Internal;
using CisPosture.Collection;

namespace CisPosture.Aws.Connection.Exchange;

/// <summary>Where and how credentials are exchanged for others: the same endpoints, HTTP and clock as the connection that they are for.</summary>
internal sealed class CredentialExchange : ITimeProvider
{
    public required Endpoints Endpoints { get; init; }

    /// <summary>The Region whose token service is asked.</summary>
    public required string Region { get; init; }

    public required Surroundings Surroundings { get; init; }

    public required SecretMask Mask { get; init; }

    /// <summary>Who is asked for an MFA code; null where there is nobody.</summary>
    public IMfaPrompt? MfaPrompt { get; init; }

    /// <summary>Ends the connection that the credentials are for, and with it every exchange.</summary>
    public CancellationToken Cancellation { get; init; }

    DateTime ITimeProvider.CorrectedUtcNow => Surroundings.Now().UtcDateTime;

    /// <summary>Clients that call as somebody; to be disposed of by the caller.</summary>
    public AwsClients ClientsOf(AWSCredentials caller) => new(new WatchedCredentials(caller, Mask), Endpoints, Surroundings.Http);

    /// <summary>Clients for calls that need no credentials.</summary>
    public AwsClients ClientsOfNobody() => new(new AnonymousAWSCredentials(), Endpoints, Surroundings.Http);

    /// <summary>Asks a service for credentials, and turns a failure into one that the caller of the command can act upon.</summary>
    /// <param name="wanted">What is asked for, as AWS would refuse it: "the role …".</param>
    /// <param name="service">The service that is asked.</param>
    /// <param name="region">The Region of the service.</param>
    /// <param name="ask">Asks it.</param>
    public async Task<T> AskAsync<T>(string wanted, string service, string region, Func<CancellationToken, Task<T>> ask)
    {
        try
        {
            return await ask(Cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(Cancellation);
        }
        catch (Exception exception)
        {
            if (ConnectionFailure.Of(exception, wanted, Endpoints.Describe(service, region), Mask) is { } failure)
            {
                throw failure;
            }

            throw;
        }
    }
}
