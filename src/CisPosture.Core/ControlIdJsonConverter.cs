using System.Text.Json;
using System.Text.Json.Serialization;

namespace CisPosture;

/// <summary>Writes a control id as the text that the benchmark prints, so that a file can be read without knowing our types.</summary>
internal sealed class ControlIdJsonConverter : JsonConverter<ControlId>
{
    public override ControlId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ControlId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A control id such as \"3.10\" is expected.");

    public override void Write(Utf8JsonWriter writer, ControlId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
