using Amazon.SecurityToken.Model;

namespace CisPosture.Aws.Connection.Exchange;

/// <summary>The credentials of a role that is assumed with a token of another identity provider, such as a Kubernetes cluster.</summary>
/// <param name="tokenFile">The file that holds the token, which its provider renews.</param>
/// <param name="role">The role.</param>
/// <param name="exchange">How the exchange is made.</param>
internal sealed class WebIdentityCredentials(string tokenFile, RoleToAssume role, CredentialExchange exchange) : ExchangedCredentials(exchange)
{
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var request = new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = role.Arn,
            RoleSessionName = role.SessionName,
            DurationSeconds = role.DurationSeconds,
            WebIdentityToken = ReadToken(),
        };
        using var clients = Exchange.ClientsOfNobody();
        var token = clients.SecurityToken(Exchange.Region);
        var response = await Exchange.AskAsync(
            $"the role {role.Arn} for the token in {tokenFile}",
            "STS",
            Exchange.Region,
            cancellation => token.AssumeRoleWithWebIdentityAsync(request, cancellation)).ConfigureAwait(false);
        var keys = response.Credentials;
        return Until(keys.Expiration, keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

    private string ReadToken()
    {
        try
        {
            var token = File.ReadAllText(tokenFile).Trim();
            Exchange.Mask.Learn(token);
            return token.Length > 0 ? token : throw new IOException("It is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PostureException(
                ErrorId.CredentialsInvalid, $"The web identity token for the role {role.Arn} cannot be read from {tokenFile}: {exception.Message}", tokenFile);
        }
    }
}
