using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CisPosture.Repairs;

/// <summary>How a journal's lines are written.</summary>
internal static class JournalFormat
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new RepairStateConverter() },
    };

    public static byte[] Write(JournalLine line) => JsonSerializer.SerializeToUtf8Bytes(line, Options);

    /// <exception cref="JsonException">The text is no line of a journal.</exception>
    public static JournalLine Read(string line) =>
        JsonSerializer.Deserialize<JournalLine>(line, Options) ?? throw new JsonException("The line says null.");

    private sealed class RepairStateConverter : JsonConverter<RepairState>
    {
        public override RepairState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            try
            {
                return RepairState.Parse(document.RootElement.GetRawText());
            }
            catch (FormatException cause)
            {
                throw new JsonException(cause.Message, cause);
            }
        }

        public override void Write(Utf8JsonWriter writer, RepairState value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
