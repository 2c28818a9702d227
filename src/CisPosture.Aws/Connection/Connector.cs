using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CisPosture.Collection;
using CisPosture.Controls;

namespace CisPosture.Aws.Connection;

/// <summary>Finds credentials, Region and endpoint, and asks AWS whose the credentials are.</summary>
internal sealed class Connector(Surroundings surroundings, ICollectionLog log)
{
    private const string UsualRegion = "us-east-1";

    private readonly SecretMask _mask = new();

    public async Task<IAccountSession> ConnectAsync(ConnectionRequest request, CancellationToken cancellationToken)
    {
        var endpoints = Endpoints.Find(request.EndpointUrl, surroundings);
        var search = new CredentialSearch(surroundings);
        var found = await search.FindAsync(request, mayAskInstance: !endpoints.IsLoopback, cancellationToken).ConfigureAwait(false);
        var region = FindRegion(request, found, search);
        var credentials = new WatchedCredentials(found.Credentials, _mask);
        await TellAsync(found, credentials, region, endpoints, cancellationToken).ConfigureAwait(false);

        var clients = new AwsClients(credentials, endpoints, surroundings.Http);
        try
        {
            var caller = await AskCallerAsync(clients, region, endpoints, cancellationToken).ConfigureAwait(false);
            log.Verbose($"Account {caller.Account} as {caller.Arn}.");
            return Open(caller, region, clients);
        }
        catch
        {
            clients.Dispose();
            throw;
        }
    }

    private string FindRegion(ConnectionRequest request, FoundCredentials found, CredentialSearch search)
    {
        var (region, origin) = request.Region is { Length: > 0 } given ? (given, "-Region")
            : found.ProfileRegion is { } profile ? (profile, found.Source)
            : surroundings.Setting("AWS_REGION") is { } current ? (current, "AWS_REGION")
            : surroundings.Setting("AWS_DEFAULT_REGION") is { } usual ? (usual, "AWS_DEFAULT_REGION")
            : search.UsualProfileRegion(request) is { } profileOfNoKeys ? (profileOfNoKeys, "the usual profile")
            : (UsualRegion, "the default");
        log.Verbose($"Region {region} from {origin}.");
        return RegionName.Check(region, origin);
    }

    private async Task TellAsync(
        FoundCredentials found, WatchedCredentials credentials, string region, Endpoints endpoints, CancellationToken cancellationToken)
    {
        var keys = await ResolveAsync(found, credentials, cancellationToken).ConfigureAwait(false);
        log.Verbose($"Credentials from {found.Source}, access key {SecretMask.Shorten(keys.AccessKey)}.");
        if (endpoints.Custom is { } custom)
        {
            log.Verbose($"Every service is asked at {custom}.");
        }
        else
        {
            log.Debug($"Endpoints of the partition {Partition.OfRegion(region).Id}.");
        }
    }

    private async Task<ImmutableCredentials> ResolveAsync(FoundCredentials found, WatchedCredentials credentials, CancellationToken cancellationToken)
    {
        try
        {
            return await credentials.GetCredentialsAsync().OrCancelledAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (PostureException or OperationCanceledException))
        {
            // Whatever a profile's helper, a token service or a foreign object throws, to the caller it is one thing: no credentials.
            throw new PostureException(
                ErrorId.CredentialsInvalid, $"Credentials from {found.Source} could not be obtained ({exception.GetType().Name}): {_mask.Clear(exception.Message)}", found.Source);
        }
    }

    private async Task<GetCallerIdentityResponse> AskCallerAsync(AwsClients clients, string region, Endpoints endpoints, CancellationToken cancellationToken)
    {
        try
        {
            log.Debug($"sts:GetCallerIdentity {region}");
            var caller = await clients.SecurityToken(region).GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken).ConfigureAwait(false);
            return !string.IsNullOrEmpty(caller.Account) ? caller : throw new IOException("The answer names no account.");
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (AmazonServiceException refusal) when (IsRefusal(refusal))
        {
            throw new PostureException(
                ErrorId.CredentialsInvalid, $"AWS refused the credentials with {refusal.ErrorCode}: {_mask.Clear(refusal.Message)}", refusal.ErrorCode);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException)
        {
            var address = endpoints.Custom?.ToString() ?? $"the token service of {region}";
            throw new PostureException(
                ErrorId.EndpointUnreachable, $"{address} does not answer as AWS does: {_mask.Clear(exception.Message)} Check the network, the Region and the endpoint URL.", address);
        }
    }

    private static bool IsRefusal(AmazonServiceException exception) =>
        exception is not AmazonUnmarshallingException && (int)exception.StatusCode is >= 400 and < 500 && !string.IsNullOrEmpty(exception.ErrorCode)
        && !Calls.ErrorCodes.IsThrottling(exception.ErrorCode);

    private AccountSession Open(GetCallerIdentityResponse caller, string region, AwsClients clients)
    {
        var ofRegion = Partition.OfRegion(region);
        var partition = Arn.TryParse(caller.Arn, out var arn) ? arn.Partition : ofRegion.Id;
        return new AccountSession
        {
            AccountId = caller.Account,
            Partition = partition,
            CallerArn = caller.Arn,
            Region = region,
            HomeRegion = (Partition.OfId(partition) ?? ofRegion).HomeRegion,
            Clients = clients,
            Mask = _mask,
            Surroundings = surroundings,
            Log = log,
        };
    }
}
