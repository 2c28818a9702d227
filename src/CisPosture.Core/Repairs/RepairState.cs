using System.Text.Json;

namespace CisPosture.Repairs;

/// <summary>
/// What a setting is, as a tree of texts, numbers, booleans and lists in one canonical form: members in ordinal order, none of them null,
/// numbers without needless digits. Two states are equal where their trees are. Never holds a secret: it is written to the journal.
/// </summary>
internal sealed class RepairState : IEquatable<RepairState>
{
    /// <summary>The state without members, of what is there or not there and nothing else.</summary>
    public static readonly RepairState Empty = Of();

    private readonly JsonElement _root;

    private RepairState(string json)
    {
        Json = json;
        using var document = JsonDocument.Parse(json, CanonicalJson.Reading);
        _root = document.RootElement.Clone();
    }

    /// <summary>The canonical text.</summary>
    public string Json { get; }

    /// <summary>Makes a state of members; what is null is left out.</summary>
    /// <param name="members">Names and values: texts, numbers, booleans, states, lists or dictionaries of these.</param>
    public static RepairState Of(params (string Name, object? Value)[] members) =>
        new(CanonicalJson.Of(members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)));

    /// <summary>Makes a state of any value.</summary>
    /// <param name="value">A text, number, boolean, state, list or dictionary.</param>
    public static RepairState From(object value) => value as RepairState ?? new(CanonicalJson.Of(value));

    /// <summary>Reads a state from JSON of any layout, such as a policy document.</summary>
    /// <exception cref="FormatException">The text is no JSON, says null, or names a member twice.</exception>
    public static RepairState Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, CanonicalJson.Reading);
            return document.RootElement.ValueKind == JsonValueKind.Null
                ? throw new FormatException("A state cannot be null.")
                : new RepairState(CanonicalJson.Of(document.RootElement));
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // The second for half a character, which JSON can spell and no text can hold.
            throw new FormatException(cause.Message, cause);
        }
    }

    /// <summary>A member's text; null where it has none.</summary>
    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    /// <summary>A member's whole number; null where it has none.</summary>
    public int? Number(string name) => Find(name, JsonValueKind.Number)?.GetInt32();

    /// <summary>A member's number; null where it has none.</summary>
    public double? Real(string name) => Find(name, JsonValueKind.Number)?.GetDouble();

    /// <summary>Whether a member is true.</summary>
    public bool IsOn(string name) => Find(name, JsonValueKind.True) is not null;

    /// <summary>A member that is a state of its own; null where there is none.</summary>
    public RepairState? Member(string name) => Find(name, JsonValueKind.Object) is { } member ? new RepairState(member.GetRawText()) : null;

    /// <summary>The texts of a member's list; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Find(name, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray().Select(item => item.GetString() ?? string.Empty)] : [];

    /// <summary>The states of a member's list; empty where there is none.</summary>
    public IReadOnlyList<RepairState> Items(string name) =>
        Find(name, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray().Select(item => new RepairState(item.GetRawText()))] : [];

    /// <summary>The same state with one member changed; null takes it out.</summary>
    public RepairState With(string name, object? value)
    {
        var members = Members();
        members[name] = value;
        return new RepairState(CanonicalJson.Of(members));
    }

    /// <summary>The members by name, in ordinal order; empty where the state is no object.</summary>
    public IReadOnlyList<string> Names => _root.ValueKind == JsonValueKind.Object ? [.. _root.EnumerateObject().Select(member => member.Name)] : [];

    /// <summary>What a reader is shown of a member: a text without quotation marks, anything else as JSON; null where there is none.</summary>
    public string? Show(string name) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out var member)
            ? member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText()
            : null;

    public bool Equals(RepairState? other) => other is not null && string.Equals(Json, other.Json, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as RepairState);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Json);

    public override string ToString() => Json;

    internal void WriteTo(Utf8JsonWriter writer) => _root.WriteTo(writer);

    private JsonElement? Find(string name, JsonValueKind kind) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    private Dictionary<string, object?> Members() =>
        _root.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value, StringComparer.Ordinal);
}
