using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sts;

/// <summary>A token that an identity provider gave somebody, whose signature, audience and time were found good.</summary>
internal sealed record WebIdentityToken(OpenIdProvider Provider, string Subject, string Audience)
{
    private const string InvalidToken = "InvalidIdentityToken";

    public static WebIdentityToken Check(string text, SandboxAccount account, DateTimeOffset now)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || Claims(parts[1]) is not { } claims) throw new ApiException(InvalidToken, "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        var issuer = claims["iss"]?.ToString() ?? "";
        var provider = account.Iam.OpenIdProviders.Find(provider => provider.Url == issuer) ?? throw new ApiException(InvalidToken, $"No OpenIDConnect provider found in your account for {issuer}");
        if (!provider.HasSigned($"{parts[0]}.{parts[1]}", parts[2])) throw new ApiException(InvalidToken, "Provided token signature could not be verified with the keys of the identity provider");
        var audience = claims["aud"]?.ToString() ?? "";
        if (!provider.ClientIds.Contains(audience, StringComparer.Ordinal)) throw new ApiException(InvalidToken, "Incorrect token audience");
        var expiration = DateTimeOffset.FromUnixTimeSeconds(claims["exp"]?.GetValue<long>() ?? 0);
        return now < expiration
            ? new WebIdentityToken(provider, claims["sub"]?.ToString() ?? "", audience)
            : throw new ApiException("ExpiredTokenException", $"Token expired: current date/time {Seconds(now)} must be before the expiration date/time {Seconds(expiration)}");
    }

    public AskingIdentity Asking(SandboxAccount account, string sessionName) => new()
    {
        SessionName = sessionName, ProviderArn = Provider.Arn(account), ProviderName = Provider.Name, Subject = Subject, Audience = Audience,
    };

    private static JsonObject? Claims(string part)
    {
        try
        {
            return JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
