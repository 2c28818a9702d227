using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>Tags of recorders: at most fifty, none with the prefix that AWS keeps to itself.</summary>
internal static class ConfigTags
{
    private const int Most = 50;

    public static IReadOnlyList<KeyValuePair<string, string>> Asked(ApiCall call)
    {
        var tags = call.Input.Structures("Tags").Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Text("Value") ?? "")).ToArray();
        return tags.Any(tag => tag.Key.Length > 128 || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            ? throw ConfigErrors.Invalid("A tag key must have at most 128 characters and not begin with aws:.")
            : tags;
    }

    public static void Merge(Dictionary<string, string> tags, IReadOnlyList<KeyValuePair<string, string>> asked)
    {
        if (tags.Keys.Union(asked.Select(tag => tag.Key), StringComparer.Ordinal).Count() > Most) throw new ApiException("TooManyTagsException", $"A resource can have at most {Most} tags.");
        foreach (var (key, value) in asked) tags[key] = value;
    }
}
