using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;

namespace CisPosture.Aws.Connection.Exchange;

/// <summary>The credentials of a role that other credentials assume. The SDK's own ask AWS's token service whatever endpoint the user named.</summary>
/// <param name="source">Who assumes the role.</param>
/// <param name="role">The role.</param>
/// <param name="exchange">How the exchange is made.</param>
internal sealed class AssumedRoleCredentials(AWSCredentials source, RoleToAssume role, CredentialExchange exchange) : ExchangedCredentials(exchange)
{
    private static readonly Regex CodeForm = new("^[0-9]{6}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = role.Arn,
            RoleSessionName = role.SessionName,
            ExternalId = role.ExternalId,
            DurationSeconds = role.DurationSeconds,
        };
        if (role.MfaSerial is { } device)
        {
            request.SerialNumber = device;
            request.TokenCode = await CodeAsync(device).ConfigureAwait(false);
        }

        using var clients = Exchange.ClientsOf(source);
        var token = clients.SecurityToken(Exchange.Region);
        var response = await Exchange.AskAsync(
            $"the role {role.Arn}", "STS", Exchange.Region, cancellation => token.AssumeRoleAsync(request, cancellation)).ConfigureAwait(false);
        var keys = response.Credentials;
        return Until(keys.Expiration, keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

    private async Task<string> CodeAsync(string device)
    {
        var code = Exchange.MfaPrompt is { } prompt ? await prompt.AskCodeAsync(device, Exchange.Cancellation).ConfigureAwait(false) : null;
        return code is null
            ? throw new PostureException(
                ErrorId.MfaCodeRequired,
                $"The role {role.Arn} demands the code of the MFA device {device}, and this session cannot ask for it. Run the command at a prompt, or sign in with AWS Tools and give -Credential.",
                device)
            : CodeForm.IsMatch(code)
            ? code
            : throw new PostureException(ErrorId.MfaCodeRequired, $"The code of the MFA device {device} was not given: it has six digits.", device);
    }
}
