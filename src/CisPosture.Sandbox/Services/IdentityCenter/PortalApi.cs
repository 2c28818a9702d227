using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.IdentityCenter;

/// <summary>The portal of IAM Identity Center, which gives whoever has signed in the keys of roles.</summary>
internal sealed class PortalApi : RestJsonServiceApi
{
    private const string TokenHeader = "x-amz-sso_bearer_token";

    public PortalApi() => AddUnsigned(PortalOperations.GetRoleCredentials);

    public override string Name => "sso";

    public override ServiceErrors Errors { get; } = new JsonErrors();

    public override RestRoute? Route(AwsRequest request)
    {
        if (request.Header(TokenHeader) is not { } token) return null;
        var operation = request is { Method: "GET", RawPath: "/federation/credentials" } ? nameof(PortalOperations.GetRoleCredentials) : $"{request.Method} {request.RawPath}";
        var query = request.Query.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return new RestRoute(operation, new JsonObject
        {
            ["AccessToken"] = token, ["AccountId"] = query["account_id"].FirstOrDefault(), ["RoleName"] = query["role_name"].FirstOrDefault(),
        });
    }
}
