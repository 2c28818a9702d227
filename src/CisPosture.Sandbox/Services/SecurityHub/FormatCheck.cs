using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>Gathers what is wrong with a document, in the words of the schema check that Security Hub reports.</summary>
internal sealed partial class FormatCheck
{
    public List<string> Faults { get; } = [];

    public void Required(JsonObject document, string path, params IReadOnlyList<string> names)
    {
        foreach (var name in names.Where(name => document[name] is null)) Faults.Add($"{path} should have required property '{name}'");
    }

    public void Known(JsonObject document, string path, IReadOnlySet<string> names)
    {
        if (document.Any(member => !names.Contains(member.Key))) Faults.Add($"{path} should NOT have additional properties");
    }

    public void Text(JsonNode? value, string path, int most, int least = 1)
    {
        if (value is null) return;
        if (AsText(value) is not { } text) Faults.Add($"{path} should be string");
        else if (text.Length < least) Faults.Add($"{path} should NOT be shorter than {Plain(least)} characters");
        else if (text.Length > most) Faults.Add($"{path} should NOT be longer than {Plain(most)} characters");
    }

    public void OneOf(JsonNode? value, string path, params IReadOnlyList<string> allowed)
    {
        if (value is not null && (AsText(value) is not { } text || !allowed.Contains(text, StringComparer.Ordinal))) Faults.Add($"{path} should be equal to one of the allowed values");
    }

    public void Time(JsonNode? value, string path)
    {
        if (value is not null && (AsText(value) is not { } text || !Timestamp().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)))
        {
            Faults.Add($"{path} should match format \"date-time\"");
        }
    }

    public void Whole(JsonNode? value, string path, int least, int most)
    {
        if (value is null) return;
        if (value is not JsonValue number || !number.TryGetValue<int>(out var whole)) Faults.Add($"{path} should be integer");
        else if (whole < least) Faults.Add($"{path} should be >= {Plain(least)}");
        else if (whole > most) Faults.Add($"{path} should be <= {Plain(most)}");
    }

    /// <summary>The objects of a list; none where it is absent or is no list of objects.</summary>
    public IEnumerable<(JsonObject Item, string Path)> Objects(JsonNode? value, string path, int most, int least = 0) => Items(value, path, most, least)
        .Select((item, index) => (Item: item as JsonObject, Path: $"{path}[{Plain(index)}]"))
        .Where(item => IsObject(item.Item, item.Path))
        .Select(item => (item.Item!, item.Path));

    public void Texts(JsonNode? value, string path, int most, int length)
    {
        var index = 0;
        foreach (var item in Items(value, path, most, least: 0)) Text(item, $"{path}[{Plain(index++)}]", length);
    }

    public void Map(JsonNode? value, string path, int most, int key, int length)
    {
        if (value is null || Object(value, path) is not { } map) return;
        if (map.Count > most) Faults.Add($"{path} should NOT have more than {Plain(most)} properties");
        foreach (var (name, text) in map)
        {
            if (name.Length > key) Faults.Add($"{path} property name '{name[..16]}…' is invalid");
            if (text is null) Faults.Add($"{path}['{name}'] should be string");
            else Text(text, $"{path}['{name}']", length);
        }
    }

    /// <summary>The object; null where it is absent or something else.</summary>
    public JsonObject? Object(JsonNode? value, string path)
    {
        if (value is null) return null;
        return IsObject(value as JsonObject, path) ? (JsonObject)value : null;
    }

    private bool IsObject(JsonObject? value, string path)
    {
        if (value is null) Faults.Add($"{path} should be object");
        return value is not null;
    }

    private JsonArray Items(JsonNode? value, string path, int most, int least)
    {
        if (value is null) return [];
        if (value is not JsonArray list)
        {
            Faults.Add($"{path} should be array");
            return [];
        }

        if (list.Count < least) Faults.Add($"{path} should NOT have fewer than {Plain(least)} items");
        if (list.Count > most) Faults.Add($"{path} should NOT have more than {Plain(most)} items");
        return list;
    }

    private static string? AsText(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Timestamp();
}
