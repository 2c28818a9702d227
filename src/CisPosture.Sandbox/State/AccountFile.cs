using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State;

/// <summary>
/// Reads account files. What stands under "everyRegion" is laid under each Region (objects merge, lists join), and
/// "${region}" in it is replaced.
/// </summary>
internal static class AccountFile
{
    private const string Template = "everyRegion";
    private const string Regions = "regions";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="stream">The file.</param>
    /// <param name="now">What relative times are reckoned from.</param>
    /// <param name="memberId">The id of the member that is made from the file; null for the account of the file itself.</param>
    public static SandboxAccount Read(Stream stream, DateTimeOffset now, string? memberId)
    {
        var root = JsonNode.Parse(stream, documentOptions: Lenient) as JsonObject ?? throw new JsonException("An account file is one JSON object.");
        SpreadTemplate(root);
        return (memberId is null ? root : MemberAccount.Adapt(root, memberId)).Deserialize<SandboxAccount>(Options(now))!.Settled();
    }

    private static void SpreadTemplate(JsonObject root)
    {
        if (!root.Remove(Template, out var template) || template is null) return;
        if (root[Regions] is not JsonObject regions) throw new JsonException($"'{Template}' needs '{Regions}' to be laid under.");
        foreach (var (region, own) in regions.ToArray())
        {
            var text = template.ToJsonString().Replace("${region}", region, StringComparison.Ordinal);
            regions[region] = Merge(JsonNode.Parse(text), own);
        }
    }

    private static JsonNode? Merge(JsonNode? below, JsonNode? above) => (below, above) switch
    {
        (JsonObject lower, JsonObject upper) => MergeObjects(lower, upper),
        (JsonArray lower, JsonArray upper) => new JsonArray([.. lower.Concat(upper).Select(item => item?.DeepClone())]),
        (_, null) => below,
        _ => above.DeepClone(),
    };

    private static JsonObject MergeObjects(JsonObject lower, JsonObject upper)
    {
        foreach (var (name, value) in upper) lower[name] = Merge(lower[name]?.DeepClone(), value);
        return lower;
    }

    private static JsonSerializerOptions Options(DateTimeOffset now) => new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new RelativeTimeConverter(now), new JsonStringEnumConverter() },
    };
}
