using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CisPosture.Reports;

/// <summary>What formats that are JSON share.</summary>
internal static class JsonOutput
{
    // So much may wait in memory before it is written.
    private const int Waiting = 64 * 1024;

    /// <summary>Indented, with readable ARNs and sentences; never put into a web page as it is.</summary>
    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same on one line.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes out what waits, where that has become much.</summary>
    /// <param name="json">The writer.</param>
    public static void FlushSome(this Utf8JsonWriter json)
    {
        if (json.BytesPending > Waiting)
        {
            json.Flush();
        }
    }

    /// <summary>Writes a member, unless it has no text.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The member.</param>
    /// <param name="text">Its text, or null.</param>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a time in UTC, unless there is none.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The member.</param>
    /// <param name="time">The time, or null.</param>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time) => json.WriteOptional(name, Utc(time));

    /// <summary>Writes a list of texts.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The member.</param>
    /// <param name="texts">The texts.</param>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the facts of a finding as a table.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The member.</param>
    /// <param name="facts">The facts.</param>
    public static void WriteFacts(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, object?> facts)
    {
        json.WritePropertyName(name);
        json.WriteTable(facts);
    }

    /// <summary>A time as RFC 3339 has it.</summary>
    /// <param name="time">The time, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Utc(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void WriteTable(this Utf8JsonWriter json, IReadOnlyDictionary<string, object?> facts)
    {
        json.WriteStartObject();
        foreach (var fact in facts)
        {
            json.WritePropertyName(fact.Key);
            json.WriteFact(fact.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteFact(this Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> table:
                json.WriteTable(table);
                break;
            case IEnumerable list and not string:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    json.WriteFact(item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(FactText.Of(value));
                break;
        }
    }
}
