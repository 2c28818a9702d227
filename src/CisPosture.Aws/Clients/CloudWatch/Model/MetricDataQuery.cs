namespace Amazon.CloudWatch.Model;

internal sealed class MetricDataQuery
{
    public string? Id { get; set; }

    public string? Expression { get; set; }

    public MetricStat? MetricStat { get; set; }
}
