using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>Reads tags.</summary>
internal static class KmsTags
{
    private const int Quota = 50;

    public static Dictionary<string, string> Read(ApiCall call)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in call.Input.Structures("Tags"))
        {
            var key = tag.Required("TagKey");
            var value = tag.Text("TagValue") ?? throw call.Errors.Missing("TagValue");
            if (key.Length > 128) throw call.Errors.Invalid("TagKey", key, "Member must have length less than or equal to 128");
            if (value.Length > 256) throw call.Errors.Invalid("TagValue", value, "Member must have length less than or equal to 256");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw KmsErrors.Tag("Tag keys that begin with aws: are reserved.");
            if (!tags.TryAdd(key, value)) throw KmsErrors.Tag("Duplicate tag keys");
        }

        return tags;
    }

    public static void Add(ApiCall call, Dictionary<string, string> tags)
    {
        var added = Read(call);
        if (added.Keys.Union(tags.Keys, StringComparer.Ordinal).Count() > Quota) throw KmsErrors.LimitExceeded($"A key can have {Quota} tags.");
        foreach (var (key, value) in added) tags[key] = value;
    }
}
