using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

/// <summary>Tags of alarms: at most fifty, none with the prefix that AWS keeps to itself.</summary>
internal static class AlarmTags
{
    private const int Most = 50;

    public static Dictionary<string, string> Asked(ApiCall call)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in call.Input.Structures("Tags"))
        {
            var key = tag.Required("Key");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw Invalid($"The tag key {key} begins with aws:, which is reserved.");
            if (!tags.TryAdd(key, tag.Text("Value") ?? "")) throw Invalid($"The tag key {key} is given twice.");
        }

        return tags.Count <= Most ? tags : throw Invalid($"A resource can have at most {Most} tags.");
    }

    public static void Merge(Dictionary<string, string> tags, Dictionary<string, string> asked)
    {
        if (tags.Keys.Union(asked.Keys, StringComparer.Ordinal).Count() > Most) throw Invalid($"A resource can have at most {Most} tags.");
        foreach (var (key, value) in asked) tags[key] = value;
    }

    private static ApiException Invalid(string message) => new("InvalidParameterValue", message);
}
