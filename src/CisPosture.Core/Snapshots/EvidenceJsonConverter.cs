using System.Text.Json;
using System.Text.Json.Serialization;
using CisPosture.Accounts;

namespace CisPosture.Snapshots;

/// <summary>
/// Writes evidence as { "value": … } or { "gap": … } and reads exactly one of them: a file in which both are missing must not turn into a
/// fact such as "false".
/// </summary>
internal sealed class EvidenceJsonConverter<T> : JsonConverter<Evidence<T>>
    where T : notnull
{
    private static readonly JsonEncodedText ValueName = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText GapName = JsonEncodedText.Encode("gap");

    public override Evidence<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an object with a value or a gap is expected.");
        }

        Evidence<T>? evidence = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            evidence = ReadMember(ref reader, evidence, options);
        }

        return evidence ?? throw new JsonException("neither a value nor a gap stands in this evidence.");
    }

    public override void Write(Utf8JsonWriter writer, Evidence<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.TryGet(out var fact, out var gap))
        {
            writer.WritePropertyName(ValueName);
            WritePart(writer, fact, options);
        }
        else
        {
            writer.WritePropertyName(GapName);
            WritePart(writer, gap, options);
        }

        writer.WriteEndObject();
    }

    private static Evidence<T>? ReadMember(ref Utf8JsonReader reader, Evidence<T>? evidence, JsonSerializerOptions options)
    {
        var isValue = Is(ref reader, ValueName);
        var isGap = Is(ref reader, GapName);
        reader.Read();
        if (!isValue && !isGap)
        {
            // The serializer hands over whole values only, so there is always enough to skip.
            reader.TrySkip();
            return evidence;
        }

        return evidence is not null
            ? throw new JsonException("more than one value or gap stands in this evidence.")
            : isValue ? Evidence.Of(ReadPart<T>(ref reader, options)) : Evidence.Missing<T>(ReadPart<EvidenceGap>(ref reader, options));
    }

    // An escaped name is none of ours, and comparing one may throw over its surrogates.
    private static bool Is(ref Utf8JsonReader reader, JsonEncodedText name) => !reader.ValueIsEscaped && reader.ValueTextEquals(name.EncodedUtf8Bytes);

    // Asks the converter itself: JsonSerializer.Serialize would flush the writer after each part, and a serializer of version 8 goes by what is not
    // flushed to tell when it is time to write to the file, so that it would keep all of it in memory.
    private static void WritePart<TPart>(Utf8JsonWriter writer, TPart part, JsonSerializerOptions options) =>
        ((JsonConverter<TPart>)options.GetConverter(typeof(TPart))).Write(writer, part, options);

    // Asks the converter itself: JsonSerializer.Deserialize would start to count lines anew.
    private static TPart ReadPart<TPart>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw NullRefusal.NoValue();
        }

        var part = ((JsonConverter<TPart>)options.GetConverter(typeof(TPart))).Read(ref reader, typeof(TPart), options)!;
        NullRefusal.RequireElements(part);
        return part;
    }
}
