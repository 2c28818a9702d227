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
                writer.WriteStringValue(text);
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
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        string? last = null;
        foreach (var member in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (string.Equals(member.Key, last, StringComparison.Ordinal))
            {
                throw new FormatException($"The member '{member.Key}' is named twice.");
            }

            last = member.Key;
            if (member.Value is null or JsonElement { ValueKind: JsonValueKind.Null })
            {
                continue;
            }

            writer.WritePropertyName(member.Key);
            Write(writer, member.Value);
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

    // An exponent may say more than a decimal holds.
    private static bool IsPlain(JsonElement number) => number.GetRawText().IndexOfAny(['e', 'E']) < 0;
}
