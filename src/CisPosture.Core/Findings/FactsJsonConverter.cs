using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CisPosture.Findings;

/// <summary>Reads the facts of a finding back as what controls put there: texts, numbers, booleans, lists of texts.</summary>
internal sealed class FactsJsonConverter : JsonConverter<IReadOnlyDictionary<string, object?>>
{
    public override IReadOnlyDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? ReadTable(ref reader) : throw new JsonException("a table of facts by name is expected.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var fact in value)
        {
            writer.WritePropertyName(fact.Key);
            JsonSerializer.Serialize(writer, fact.Value, options);
        }

        writer.WriteEndObject();
    }

    private static ReadOnlyDictionary<string, object?> ReadTable(ref Utf8JsonReader reader)
    {
        var facts = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            facts[name] = ReadFact(ref reader);
        }

        return new ReadOnlyDictionary<string, object?>(facts);
    }

    private static object? ReadFact(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader),
        _ => ReadTable(ref reader),
    };

    // Boxed one by one: a conditional would make a double of every number.
    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var number))
        {
            return number;
        }

        if (reader.TryGetInt64(out var large))
        {
            return large;
        }

        return reader.GetDouble();
    }

    private static object ReadList(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadFact(ref reader));
        }

        return items.TrueForAll(item => item is string) ? items.ConvertAll(item => (string)item!).ToArray() : items.ToArray();
    }
}
