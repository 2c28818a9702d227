using System.Text.Json;
using System.Text.Json.Serialization;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>AWS JSON carries times as seconds since 1970, with fractions.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Epoch.AddTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerSecond));

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((decimal)(value.ToUniversalTime() - Epoch).Ticks / TimeSpan.TicksPerSecond);
}
