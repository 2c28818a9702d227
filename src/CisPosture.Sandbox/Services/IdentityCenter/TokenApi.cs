using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.IdentityCenter;

/// <summary>The OpenID Connect side of IAM Identity Center, as far as it renews a sign-in.</summary>
internal sealed class TokenApi : RestJsonServiceApi
{
    public TokenApi() => AddUnsigned(TokenOperations.CreateToken);

    public override string Name => "sso-oauth";

    public override ServiceErrors Errors { get; } = new JsonErrors();

    public override RestRoute? Route(AwsRequest request) =>
        request is { Method: "POST", RawPath: "/token" } && Body(request) is { } body ? new RestRoute(nameof(TokenOperations.CreateToken), body) : null;

    private static JsonObject? Body(AwsRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
