namespace Amazon.CloudWatchLogs.Model;

internal sealed class MetricTransformation
{
    public string? MetricName { get; set; }

    public string? MetricNamespace { get; set; }

    public string? MetricValue { get; set; }

    public Dictionary<string,string>? Dimensions { get; set; }
}
