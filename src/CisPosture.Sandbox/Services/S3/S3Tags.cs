using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Reads tags.</summary>
internal static class S3Tags
{
    private const int Quota = 50;

    public static Dictionary<string, string> Read(IEnumerable<XElement> elements)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            var key = S3Body.Text(element, "Key") ?? throw S3Body.Malformed();
            var value = S3Body.Text(element, "Value") ?? throw S3Body.Malformed();
            if (key.Length is 0 or > 128) throw Invalid("The TagKey you have provided is invalid");
            if (value.Length > 256) throw Invalid("The TagValue you have provided is invalid");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw Invalid("System tags cannot be added/updated by requester");
            if (!tags.TryAdd(key, value)) throw Invalid("Cannot provide multiple Tags with the same key");
        }

        return tags.Count <= Quota ? tags : throw Invalid($"Bucket tag count cannot be greater than {Quota}");
    }

    private static ApiException Invalid(string message) => new("InvalidTag", message);
}
