using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.SSO.Model;
using Amazon.Util;
using Amazon.Util.Internal;

namespace CisPosture.Aws.Connection.Exchange;

/// <summary>
/// The credentials of a role at IAM Identity Center, for the sign-in that AWS Tools or the AWS CLI left on this machine. A sign-in is never
/// started from here: a scan must not open a browser.
/// </summary>
/// <param name="role">The role.</param>
/// <param name="exchange">How the exchange is made.</param>
internal sealed class SsoCredentials(SsoRole role, CredentialExchange exchange) : ExchangedCredentials(exchange)
{
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var clients = Exchange.ClientsOfNobody();
        var token = await TokenAsync(clients).ConfigureAwait(false);
        var request = new GetRoleCredentialsRequest { AccessToken = token, AccountId = role.AccountId, RoleName = role.RoleName };
        var portal = clients.SingleSignOn(role.Region);
        var response = await Exchange.AskAsync(
            $"the role {role.RoleName} of the account {role.AccountId}",
            "SSO",
            role.Region,
            cancellation => AskPortalAsync(() => portal.GetRoleCredentialsAsync(request, cancellation))).ConfigureAwait(false);
        var keys = response.RoleCredentials;
        return Until(FromEpoch(keys.Expiration), keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

    private static DateTime? FromEpoch(long? epochMilliseconds) =>
        epochMilliseconds is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time).UtcDateTime : null;

    private async Task<GetRoleCredentialsResponse> AskPortalAsync(Func<Task<GetRoleCredentialsResponse>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (UnauthorizedException)
        {
            throw LoginRequired("was ended by the Identity Center");
        }
    }

    /// <summary>The token of the sign-in, renewed where it can be without the user.</summary>
    private async Task<string> TokenAsync(AwsClients clients)
    {
        var cache = new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever());
        var options = new SSOTokenManagerGetTokenOptions
        {
            StartUrl = role.StartUrl,
            Session = role.Session,
            Region = role.Region,
            CacheFolderLocation = Path.Combine(Exchange.Surroundings.HomeFolder, ".aws", "sso", "cache"),
            SupportsGettingNewToken = false,
        };
        try
        {
            var manager = new SSOTokenManager(clients.SingleSignOnTokens(role.Region), cache);
            var token = await manager.GetTokenAsync(options, Exchange.Cancellation).ConfigureAwait(false);
            Exchange.Mask.Learn(token.AccessToken);
            return token.AccessToken;
        }
        catch (Exception exception) when (exception is AmazonClientException or ArgumentException or FormatException)
        {
            // No token, one that is over and cannot be renewed, or a file that is none.
            throw LoginRequired("has expired or was never begun");
        }
    }

    private PostureException LoginRequired(string state)
    {
        var name = role.Profile.Any(char.IsWhiteSpace) ? $"'{role.Profile}'" : role.Profile;
        return new PostureException(
            ErrorId.SsoLoginRequired,
            $"The sign-in of the profile '{role.Profile}' {state}. Sign in with Invoke-AWSSSOLogin -ProfileName {name}, or aws sso login --profile {name}, and run the command again.",
            role.Profile);
    }
}
