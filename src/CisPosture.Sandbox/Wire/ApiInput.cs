using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Services;

namespace CisPosture.Sandbox.Wire;

/// <summary>The parameters of a request as a tree, whichever protocol brought them. What does not fit is refused in the service's own words.</summary>
internal sealed class ApiInput(JsonObject members, ServiceErrors errors)
{
    public IEnumerable<string> Names => members.Select(member => member.Key);

    public bool Has(string name) => members[name] is not null;

    public string? Text(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToString(),
        _ => throw errors.Malformed(name),
    };

    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw errors.Missing(name);

    public int? Integer(string name, int least, int most)
    {
        if (Text(name) is not { } text) return null;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) throw errors.Malformed(name);
        return number >= least && number <= most ? number : throw errors.OutOfRange(name, number, least, most);
    }

    public double? Number(string name) => Text(name) switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => throw errors.Malformed(name),
    };

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw errors.Malformed(name),
    };

    public string? OneOf(string name, params IReadOnlyList<string> allowed)
    {
        var text = Text(name);
        return text is null || allowed.Contains(text, StringComparer.Ordinal) ? text : throw NotOneOf(name, text, allowed);
    }

    public IReadOnlyList<string> Texts(string name) => Items(name).Select(item => item switch
    {
        JsonValue value => value.ToString(),
        _ => throw errors.Malformed(name),
    }).ToArray();

    public IReadOnlyList<string> AllOf(string name, params IReadOnlyList<string> allowed)
    {
        var texts = Texts(name);
        var stray = texts.FirstOrDefault(text => !allowed.Contains(text, StringComparer.Ordinal));
        return stray is null ? texts : throw NotOneOf(name, stray, allowed);
    }

    public IReadOnlyList<ApiInput> Structures(string name) => Items(name).Select(item => item switch
    {
        JsonObject structure => new ApiInput(structure, errors),
        _ => throw errors.Malformed(name),
    }).ToArray();

    /// <summary>Structures as they were sent, for a service that keeps documents.</summary>
    public IReadOnlyList<JsonObject> Documents(string name) => Items(name).Select(item => item as JsonObject ?? throw errors.Malformed(name)).ToArray();

    public ApiInput? Structure(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.ToString().Length == 0 => null,
        JsonObject structure => new ApiInput(structure, errors),
        _ => throw errors.Malformed(name),
    };

    /// <summary>A map of texts; empty where it is absent.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name) =>
        Structure(name) is { } map ? map.Names.ToDictionary(key => key, key => map.Text(key) ?? "", StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal);

    private IEnumerable<JsonNode?> Items(string name) => members[name] switch
    {
        null => [],
        JsonArray list => list,
        JsonValue value when value.ToString().Length == 0 => [],
        _ => throw errors.Malformed(name),
    };

    private ApiException NotOneOf(string name, string value, IReadOnlyList<string> allowed) =>
        errors.Invalid(name, value, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
}
