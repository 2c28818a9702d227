using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>Tags of trails: at most fifty, none with the prefix that AWS keeps to itself.</summary>
internal static class TrailTags
{
    private const int Most = 50;

    public static IReadOnlyList<KeyValuePair<string, string>> Asked(ApiCall call)
    {
        var tags = call.Input.Structures("TagsList").Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Text("Value") ?? "")).ToArray();
        if (tags.Any(tag => tag.Key.Length > 128 || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))) throw Invalid("A tag key must have at most 128 characters and not begin with aws:.");
        return tags.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() == tags.Length ? tags : throw Invalid("No two tags can have the same key.");
    }

    public static void Merge(Dictionary<string, string> tags, IReadOnlyList<KeyValuePair<string, string>> asked)
    {
        if (tags.Keys.Union(asked.Select(tag => tag.Key), StringComparer.Ordinal).Count() > Most) throw new ApiException("TagsLimitExceededException", $"A trail can have at most {Most} tags.");
        foreach (var (key, value) in asked) tags[key] = value;
    }

    private static ApiException Invalid(string message) => new("InvalidTagParameterException", message);
}
