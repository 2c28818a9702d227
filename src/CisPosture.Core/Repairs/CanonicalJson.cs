using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CisPosture.Repairs;

/// <summary>Writes values as the one JSON text that all equal values share.</summary>
internal static class CanonicalJson
{
    private const int MostLevels = 64;

    // Only ever written to files and read back by us, so that nothing but JSON's own characters needs escaping.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonDocumentOptions Reading = new() { MaxDepth = MostLevels };

    public static string Of(object value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonElement element:
                WriteElement(writer, element);
                break;
            case RepairState state:
                state.WriteTo(writer);
                break;
            case string text:
                writer.WriteStringValue(Valid(text));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long or double or decimal:
                WriteNumber(writer, (IConvertible)value);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(writer, members);
                break;
            case IEnumerable items:
                WriteItems(writer, items);
                break;
            default:
                throw new ArgumentException($"A state cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteElement(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(writer, element.EnumerateObject().Select(member => new KeyValuePair<string, object?>(member.Name, member.Value)));
                break;
            case JsonValueKind.Array:
                WriteItems(writer, element.EnumerateArray());
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, element.TryGetDecimal(out var exact) && IsPlain(element) ? exact : element.GetDouble());
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Valid(element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        string? last = null;
        foreach (var (name, value) in members.Select(member => (Valid(member.Key), member.Value)).OrderBy(member => member.Item1, StringComparer.Ordinal))
        {
            if (string.Equals(name, last, StringComparison.Ordinal))
            {
                throw new FormatException($"The member '{name}' is named twice.");
            }

            last = name;
            if (value is not (null or JsonElement { ValueKind: JsonValueKind.Null }))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, IConvertible number)
    {
        if (number is double real && Math.Abs(real) is >= 1e15 or (> 0 and < 1e-9))
        {
            writer.WriteNumberValue(real);
            return;
        }

        var exact = number.ToDecimal(CultureInfo.InvariantCulture);
        writer.WriteRawValue(exact == 0 ? "0" : exact.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    // Half a character cannot be written, and what takes its place must be the same however it came in.
    private static string Valid(string text) => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    // An exponent may say more than a decimal holds.
    private static bool IsPlain(JsonElement number) => number.GetRawText().IndexOfAny(['e', 'E']) < 0;
}
