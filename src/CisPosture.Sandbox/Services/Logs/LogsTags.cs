using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>Tags of log groups: at most fifty, none with the prefix that AWS keeps to itself.</summary>
internal static class LogsTags
{
    private const int Most = 50;

    public static void Merge(Dictionary<string, string> tags, IReadOnlyDictionary<string, string> asked)
    {
        if (asked.Keys.FirstOrDefault(key => key.Length is 0 or > 128 || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } key) throw LogsErrors.Invalid($"The tag key '{key}' is not valid.");
        if (tags.Keys.Union(asked.Keys, StringComparer.Ordinal).Count() > Most) throw new ApiException("TooManyTagsException", "A resource can have no more than 50 tags.");
        foreach (var (name, value) in asked) tags[name] = value;
    }
}
