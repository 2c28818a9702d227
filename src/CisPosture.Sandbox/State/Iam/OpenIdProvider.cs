using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>An OpenID Connect provider that the account trusts, such as a Kubernetes cluster. The sandbox plays it too.</summary>
public sealed class OpenIdProvider
{
    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));

    /// <summary>The provider's address, such as https://oidc.example.com/cluster.</summary>
    public required string Url { get; init; }

    /// <summary>The audiences that its tokens may be for.</summary>
    public List<string> ClientIds { get; init; } = ["sts.amazonaws.com"];

    internal string Name => Url.Replace("https://", "", StringComparison.Ordinal);

    /// <summary>Gives somebody a token, as the provider would.</summary>
    public string Issue(string subject, DateTimeOffset expiration, string audience = "sts.amazonaws.com")
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" };
        var claims = new JsonObject { ["iss"] = Url, ["sub"] = subject, ["aud"] = audience, ["exp"] = expiration.ToUnixTimeSeconds() };
        var text = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{text}.{Base64Url.EncodeToString(_key.Value.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    internal bool HasSigned(string text, string signature) =>
        Base64Url.IsValid(signature)
        && _key.Value.VerifyData(Encoding.ASCII.GetBytes(text), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    internal string Arn(SandboxAccount account) => account.Arn("iam", "", $"oidc-provider/{Name}");

    private static string Encoded(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
