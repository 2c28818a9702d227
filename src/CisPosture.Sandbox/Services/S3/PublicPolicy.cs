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
        statement["Effect"]?.ToString() == "Allow" && IsAnybody(statement["Principal"]) && !IsNarrowed(statement["Condition"]);

    private static bool IsAnybody(JsonNode? principal) => principal switch
    {
        JsonObject map => Items(map["AWS"]).Any(item => item?.ToString() == "*"),
        _ => principal?.ToString() == "*",
    };

    private static bool IsNarrowed(JsonNode? condition) => condition is JsonObject operators && operators
        .SelectMany(entry => entry.Value as JsonObject ?? [])
        .Any(entry => NarrowingKeys.Contains(entry.Key, StringComparer.OrdinalIgnoreCase) && Items(entry.Value).All(value => IsFixed(value?.ToString() ?? "")));

    private static bool IsFixed(string value) => !value.Contains('*', StringComparison.Ordinal) && value is not ("0.0.0.0/0" or "::/0");

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => [node],
    };
}
