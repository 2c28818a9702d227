using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection.Exchange;
using CisPosture.Aws.Connection.Profiles;
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
        var profiles = ProfileChoice.Of(request, surroundings);
        var inEffect = profiles.InEffect;
        var region = FindRegion(request, inEffect);
        var endpoints = Endpoints.Find(request.EndpointUrl, surroundings, inEffect);
        var exchange = new CredentialExchange
        {
            Endpoints = endpoints, Region = region, Surroundings = surroundings, Mask = _mask, MfaPrompt = request.MfaPrompt, Cancellation = cancellationToken,
        };
        var found = await new CredentialSearch(surroundings, profiles, exchange, MayAskInstance(endpoints)).FindAsync(request).ConfigureAwait(false);
        var credentials = new WatchedCredentials(found.Credentials, _mask);
        await TellAsync(found, credentials, region, endpoints, cancellationToken).ConfigureAwait(false);

        var clients = new AwsClients(credentials, endpoints, surroundings.Http);
        try
        {
            var (caller, answering) = await FindCallerAsync(clients, exchange).ConfigureAwait(false);
            log.Verbose($"Account {caller.Account} as {caller.Arn}.");
            return Open(caller, answering, clients);
        }
        catch
        {
            clients.Dispose();
            throw;
        }
    }

    // The metadata service is another host. Whoever plays AWS on this machine must not be sent to it, unless that is played as well.
    private bool MayAskInstance(Endpoints endpoints) =>
        !endpoints.IsLoopback || (Uri.TryCreate(surroundings.Setting("AWS_EC2_METADATA_SERVICE_ENDPOINT"), UriKind.Absolute, out var metadata) && metadata.IsLoopback);

    private string FindRegion(ConnectionRequest request, ConfiguredProfile? profile)
    {
        var (region, origin) = request.Region is { Length: > 0 } given ? (given, "-Region")
            : request.StoredRegion is { Length: > 0 } stored ? (stored, "$StoredAWSRegion")
            : profile?.Region is { } configured ? (configured, $"the profile '{profile.Name}'")
            : surroundings.Setting("AWS_REGION") is { } current ? (current, "AWS_REGION")
            : surroundings.Setting("AWS_DEFAULT_REGION") is { } usual ? (usual, "AWS_DEFAULT_REGION")
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

        foreach (var own in endpoints.OfServices)
        {
            log.Verbose($"{own.Key} is asked at {own.Value}.");
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
    private async Task<(GetCallerIdentityResponse Caller, string Region)> FindCallerAsync(AwsClients clients, CredentialExchange exchange)
    {
        var region = exchange.Region;
        var home = Partition.OfRegion(region).HomeRegion;
        PostureException refusal;
        try
        {
            return (await AskCallerAsync(clients, exchange, region).ConfigureAwait(false), region);
        }
        catch (PostureException failure) when (region != home && MayBeTheRegion(failure))
        {
            refusal = failure;
        }

        try
        {
            var caller = await AskCallerAsync(clients, exchange, home).ConfigureAwait(false);
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

    private Task<GetCallerIdentityResponse> AskCallerAsync(AwsClients clients, CredentialExchange exchange, string region)
    {
        log.Debug($"sts:GetCallerIdentity {region}");
        return exchange.AskAsync("the credentials", "STS", region, async cancellation =>
        {
            var caller = await clients.SecurityToken(region).GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation).ConfigureAwait(false);
            return !string.IsNullOrEmpty(caller.Account) ? caller : throw new IOException("The answer names no account.");
        });
    }

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
