using System.Text.Json.Serialization;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class MetricTransformation
{
    [JsonPropertyName("metricName")]
    public string? MetricName { get; set; }

    [JsonPropertyName("metricNamespace")]
    public string? MetricNamespace { get; set; }

    [JsonPropertyName("metricValue")]
    public string? MetricValue { get; set; }

    [JsonPropertyName("defaultValue")]
    public double? DefaultValue { get; set; }

    [JsonPropertyName("unit")]
    public string? Unit { get; set; }

    [JsonPropertyName("dimensions")]
    public Dictionary<string, string>? Dimensions { get; set; }
}
