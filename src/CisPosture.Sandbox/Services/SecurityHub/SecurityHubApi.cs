using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>AWS Security Hub, as far as findings go in and out.</summary>
internal sealed class SecurityHubApi : RestJsonServiceApi
{
    public SecurityHubApi()
    {
        Add(FindingOperations.GetFindings, resource: Hub);
        AddWrite(FindingOperations.BatchImportFindings, resource: Hub);
        AddWrite(FindingOperations.BatchUpdateFindings, resource: Hub);
    }

    public override string Name => "securityhub";

    public override ServiceErrors Errors { get; } = new SecurityHubErrors();

    /// <summary>Its paths could be names of buckets, so that the signature and the host tell whose a request is.</summary>
    public override RestRoute? Route(AwsRequest request)
    {
        if (request.SignedService != Name && !request.Host.StartsWith($"{Name}.", StringComparison.Ordinal)) return null;
        var operation = (request.Method, request.RawPath) switch
        {
            ("POST", "/findings") => nameof(FindingOperations.GetFindings),
            ("POST", "/findings/import") => nameof(FindingOperations.BatchImportFindings),
            ("PATCH", "/findings/batchupdate") => nameof(FindingOperations.BatchUpdateFindings),
            _ => $"{request.Method} {request.RawPath}",
        };
        return new RestRoute(operation, []);
    }

    public override JsonObject Input(AwsRequest request)
    {
        if (request.Body.Length == 0) return [];
        try
        {
            return JsonNode.Parse(request.Body) as JsonObject ?? throw SecurityHubErrors.InvalidInput("The body of the request is not a JSON object.");
        }
        catch (JsonException)
        {
            throw SecurityHubErrors.InvalidInput("The body of the request is not JSON.");
        }
    }

    public override Structure ErrorBody(ApiException error) => new() { ["Code"] = error.Code, ["Message"] = error.Message };

    private static string Hub(ApiCall call) => call.Account.Arn("securityhub", call.Region, "hub/default");
}
