using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>Writes answers as AWS's JSON: times as seconds since 1970, byte arrays in base64.</summary>
internal static class JsonShapes
{
    public static byte[] Write(Structure structure)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, structure);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object>> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case Structure structure: Write(writer, structure); break;
            case Map map: Write(writer, map.Entries); break;
            case JsonNode document: document.WriteTo(writer); break;
            case object[] items: WriteList(writer, items); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case DateTimeOffset time: writer.WriteNumberValue(time.ToUnixTimeMilliseconds() / 1000m); break;
            case byte[] data: writer.WriteBase64StringValue(data); break;
            default: throw new InvalidOperationException($"A {value.GetType()} has no form in JSON.");
        }
    }

    private static void WriteList(Utf8JsonWriter writer, object[] items)
    {
        writer.WriteStartArray();
        foreach (var item in items) WriteValue(writer, item);
        writer.WriteEndArray();
    }
}
