using System.Text.RegularExpressions;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Reads and changes tags, whose keys IAM tells apart by their letters only.</summary>
internal static partial class IamTags
{
    private const int Quota = 50;

    public static Dictionary<string, string> Read(ApiCall call)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in call.Input.Structures("Tags"))
        {
            var key = Key(call, tag.Required("Key"));
            if (!tags.TryAdd(key, Value(call, tag.Text("Value") ?? throw call.Errors.Missing("Value")))) throw IamErrors.InvalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        return tags.Count <= Quota ? new(tags, StringComparer.Ordinal) : throw call.Errors.Invalid("Tags", $"{tags.Count} tags", $"Member must have length less than or equal to {Quota}");
    }

    public static void Add(ApiCall call, Dictionary<string, string> tags)
    {
        var added = Read(call);
        if (added.Keys.Union(tags.Keys, StringComparer.OrdinalIgnoreCase).Count() > Quota) throw IamErrors.LimitExceeded($"The number of tags has reached the maximum limit of {Quota}.");
        Remove(tags, added.Keys);
        foreach (var (key, value) in added) tags[key] = value;
    }

    public static void Remove(ApiCall call, Dictionary<string, string> tags) => Remove(tags, call.Input.Texts("TagKeys"));

    public static ApiResult List(ApiCall call, Dictionary<string, string> tags) =>
        IamPaging.Answer(IamPaging.Page(call, tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToArray()), "Tags", tag => new Structure { ["Key"] = tag.Key, ["Value"] = tag.Value });

    private static void Remove(Dictionary<string, string> tags, IEnumerable<string> keys)
    {
        foreach (var key in tags.Keys.Intersect(keys, StringComparer.OrdinalIgnoreCase).ToArray()) tags.Remove(key);
    }

    private static string Key(ApiCall call, string key)
    {
        if (key.Length > 128 || !Characters().IsMatch(key)) throw call.Errors.Invalid("Key", key, @"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+");
        return key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? throw IamErrors.InvalidInput("System tag prefix aws: is not permitted in tag key.") : key;
    }

    private static string Value(ApiCall call, string value) =>
        value.Length <= 256 && Characters().IsMatch(value) ? value : throw call.Errors.Invalid("Value", value, @"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*");

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Characters();
}
