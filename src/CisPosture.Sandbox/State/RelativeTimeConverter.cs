using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State;

/// <summary>Reads times such as "400 days ago", so that account files do not age; absolute times are read too.</summary>
internal sealed class RelativeTimeConverter(DateTimeOffset now) : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        return Relative(text) ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException($"'{text}' is no time; write \"30 days ago\", \"2 hours ago\", \"5 minutes ago\", \"now\" or 2026-01-31T12:00:00Z."));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private DateTimeOffset? Relative(string text)
    {
        if (text == "now") return WholeSeconds(now);
        if (text.Split(' ') is not [var count, var unit, "ago"] || !double.TryParse(count, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
        var span = unit.TrimEnd('s') switch
        {
            "day" => TimeSpan.FromDays(amount),
            "hour" => TimeSpan.FromHours(amount),
            "minute" => TimeSpan.FromMinutes(amount),
            _ => (TimeSpan?)null,
        };
        return span is null ? null : WholeSeconds(now - span.Value);
    }

    /// <summary>IAM's answers have no fractions of a second.</summary>
    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
