using System.Globalization;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Whether S3 calls a bucket policy public: it allows somebody unnamed, and no condition narrows that to fixed values.</summary>
internal static class PublicPolicy
{
    private static readonly string[] NarrowingKeys =
    [
        "aws:SourceArn", "aws:SourceAccount", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceIp", "aws:SourceOwner", "aws:SourceOrgID",
        "aws:PrincipalOrgID", "aws:PrincipalArn", "aws:PrincipalAccount", "aws:userid", "s3:DataAccessPointAccount", "s3:DataAccessPointArn",
    ];

    public static bool IsPublic(string policy) => Items(JsonNode.Parse(policy)?["Statement"]).OfType<JsonObject>().Any(IsPublic);

    private static bool IsPublic(JsonObject statement) =>
        statement["Effect"]?.ToString() == "Allow" && (statement["NotPrincipal"] is not null || IsAnybody(statement["Principal"])) && !IsNarrowed(statement["Condition"]);

    private static bool IsAnybody(JsonNode? principal) => principal switch
    {
        JsonObject map => Items(map["AWS"]).Any(item => item?.ToString() == "*"),
        _ => principal?.ToString() == "*",
    };

    private static bool IsNarrowed(JsonNode? condition) => condition is JsonObject operators && operators
        .Where(entry => !entry.Key.Contains("Not", StringComparison.OrdinalIgnoreCase))
        .SelectMany(entry => entry.Value as JsonObject ?? [])
        .Any(entry => NarrowingKeys.Contains(entry.Key, StringComparer.OrdinalIgnoreCase) && Items(entry.Value).All(value => IsFixed(value?.ToString() ?? "")));

    /// <summary>A wildcard or a policy variable stands for anything, and so does nearly every address.</summary>
    private static bool IsFixed(string value) =>
        value.IndexOfAny(['*', '?']) < 0 && !value.Contains("${", StringComparison.Ordinal) && !IsBroadRange(value);

    private static bool IsBroadRange(string value)
    {
        var parts = value.Split('/');
        return parts.Length == 2
            && System.Net.IPAddress.TryParse(parts[0], out _)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length < (value.Contains(':', StringComparison.Ordinal) ? 32 : 8);
    }

    /// <summary>A single value stands for a list of itself; it stays in its own tree, since a node has only one parent.</summary>
    private static IEnumerable<JsonNode?> Items(JsonNode? node)
    {
        if (node is null) return [];
        return node is JsonArray list ? list : Enumerable.Repeat<JsonNode?>(node, 1);
    }
}
