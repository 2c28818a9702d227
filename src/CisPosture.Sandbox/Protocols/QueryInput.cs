using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>Unfolds the dotted parameter names of the Query protocols: Filter.member.1, Filter.1.Value.2, Attributes.entry.1.key.</summary>
internal static class QueryInput
{
    private static readonly string[] Common = ["Action", "Version"];

    public static JsonObject Read(AwsRequest request)
    {
        var root = new Branch();
        foreach (var (name, value) in request.Query.Concat(request.Form).Where(pair => !Common.Contains(pair.Key, StringComparer.Ordinal)))
        {
            root.Set(name.Split('.'), value);
        }

        return root.ToObject();
    }

    private sealed class Branch
    {
        private readonly Dictionary<string, Branch> _children = new(StringComparer.Ordinal);
        private string? _text;

        public void Set(ReadOnlySpan<string> path, string text)
        {
            if (path.IsEmpty)
            {
                _text = text;
                return;
            }

            if (!_children.TryGetValue(path[0], out var child)) _children[path[0]] = child = new Branch();
            child.Set(path[1..], text);
        }

        public JsonObject ToObject() => new(_children.Select(child => KeyValuePair.Create(child.Key, child.Value.ToNode())));

        private JsonNode? ToNode()
        {
            if (_children.Count == 0) return JsonValue.Create(_text ?? "");
            if (_children.Count == 1 && _children.TryGetValue("member", out var members) && members.IsList) return members.ToList();
            if (_children.Count == 1 && _children.TryGetValue("entry", out var entries) && entries.IsList) return entries.ToMap();
            return IsList ? ToList() : ToObject();
        }

        private bool IsList => _children.Count > 0 && _children.Keys.All(key => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _));

        private JsonArray ToList() => new(InOrder().Select(child => child.ToNode()).ToArray());

        private JsonObject ToMap() => new(InOrder()
            .Select(entry => entry.ToObject())
            .Select(entry => KeyValuePair.Create(entry["key"]?.ToString() ?? "", entry["value"]?.DeepClone()))
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal));

        private IEnumerable<Branch> InOrder() => _children.OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)).Select(child => child.Value);
    }
}
