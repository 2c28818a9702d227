using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>Tags of topics: at most fifty, none with the prefix that AWS keeps to itself.</summary>
internal static class SnsTags
{
    private const int Most = 50;

    public static Dictionary<string, string> Asked(ApiCall call)
    {
        var tags = call.Input.Structures("Tags").Select(tag => (Key: tag.Required("Key"), Value: tag.Text("Value") ?? "")).ToArray();
        if (tags.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))) throw SnsErrors.Invalid("Tags", "aws: prefixed tag key names are not allowed for external use");
        if (tags.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() < tags.Length) throw SnsErrors.Invalid("Tags", "Duplicate keys are not allowed");
        return tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
    }

    public static void Merge(Dictionary<string, string> tags, Dictionary<string, string> asked)
    {
        if (tags.Keys.Union(asked.Keys, StringComparer.Ordinal).Count() > Most) throw new ApiException("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");
        foreach (var (key, value) in asked) tags[key] = value;
    }
}
