using System.Net.Sockets;
using System.Xml;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CisPosture.Aws.Calls;
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
            var (caller, answering) = await FindCallerAsync(clients, region, endpoints, cancellationToken).ConfigureAwait(false);
            log.Verbose($"Account {caller.Account} as {caller.Arn}.");
            return Open(caller, answering, clients);
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
                ErrorId.CredentialsInvalid,
                $"Credentials from {found.Source} could not be obtained ({exception.GetType().Name}): {_mask.Clear(exception.Message)}",
                found.Source);
        }
    }

    /// <summary>
    /// Asks in the Region of the connection. One that is off does not know the account's keys, and one out of reach does not answer at all;
    /// then the partition's home tells whether the keys are good, and serves the calls that no particular Region has to answer.
    /// </summary>
    private async Task<(GetCallerIdentityResponse Caller, string Region)> FindCallerAsync(
        AwsClients clients, string region, Endpoints endpoints, CancellationToken cancellationToken)
    {
        var home = Partition.OfRegion(region).HomeRegion;
        PostureException refusal;
        try
        {
            return (await AskCallerAsync(clients, region, endpoints, cancellationToken).ConfigureAwait(false), region);
        }
        catch (PostureException failure) when (region != home && MayBeTheRegion(failure))
        {
            refusal = failure;
        }

        try
        {
            var caller = await AskCallerAsync(clients, home, endpoints, cancellationToken).ConfigureAwait(false);
            log.Verbose($"Region {region} does not know the account or cannot be reached; {home} answers in its place.");
            return (caller, home);
        }
        catch (PostureException)
        {
            // It was not the Region, so what that said stands.
            throw refusal;
        }
    }

    private static bool MayBeTheRegion(PostureException failure) =>
        failure.ErrorId == ErrorId.EndpointUnreachable || (failure.Target is string code && ErrorCodes.IsRegionOff(code));

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
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or EndpointDownException or HttpRequestException
            or XmlException or IOException or SocketException or TimeoutException or OperationCanceledException)
        {
            var address = endpoints.Custom?.ToString() ?? $"the token service of {region}";
            throw new PostureException(
                ErrorId.EndpointUnreachable,
                $"{address} does not answer as AWS does: {_mask.Clear(exception.Message)} Check the network, the Region and the endpoint URL.",
                address);
        }
    }

    private static bool IsRefusal(AmazonServiceException exception) =>
        exception is not AmazonUnmarshallingException && (int)exception.StatusCode is >= 400 and < 500 && !string.IsNullOrEmpty(exception.ErrorCode)
        && !ErrorCodes.IsThrottling(exception.ErrorCode);

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
