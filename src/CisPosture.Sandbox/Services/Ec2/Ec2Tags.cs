using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>Tags of EC2's resources: at most fifty, none with the prefix that AWS keeps to itself.</summary>
internal static class Ec2Tags
{
    private const int Most = 50;

    public static IEnumerable<Structure> Describe(IReadOnlyDictionary<string, string> tags) => tags.Select(tag => new Structure { ["key"] = tag.Key, ["value"] = tag.Value });

    /// <summary>The tags that a request gives to what it makes.</summary>
    public static Dictionary<string, string> OfNew(ApiCall call, string resourceType)
    {
        var specifications = call.Input.Structures("TagSpecification");
        var stray = specifications.Select(specification => specification.Text("ResourceType")).FirstOrDefault(type => type != resourceType);
        if (specifications.Count > 0 && stray is not null) throw new ApiException("InvalidParameterValue", $"'{stray}' is not a valid taggable resource type for this operation.");
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        Merge(tags, specifications.SelectMany(Read));
        return tags;
    }

    public static IEnumerable<KeyValuePair<string, string>> Read(ApiInput input) =>
        input.Structures("Tag").Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Text("Value") ?? ""));

    public static void Merge(Dictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>> asked)
    {
        var list = asked.ToArray();
        if (list.Any(tag => IsReserved(tag.Key))) throw new ApiException("InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use");
        if (list.FirstOrDefault(tag => tag.Key.Length > 127 || tag.Value.Length > 255) is { Key: not null } tooLong) throw new ApiException("InvalidParameterValue", $"The tag '{tooLong.Key}' is too long");
        if (tags.Keys.Union(list.Select(tag => tag.Key), StringComparer.Ordinal).Count() > Most) throw new ApiException("TagLimitExceeded", "You have reached the maximum number of tags per resource");
        foreach (var (key, value) in list) tags[key] = value;
    }

    private static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
}
