namespace Amazon.CloudWatchLogs.Model;

internal sealed class MetricFilter
{
    public string? FilterName { get; set; }

    public string? FilterPattern { get; set; }

    public string? LogGroupName { get; set; }

    public List<MetricTransformation>? MetricTransformations { get; set; }
}
