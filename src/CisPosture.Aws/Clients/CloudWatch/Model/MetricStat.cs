namespace Amazon.CloudWatch.Model;

internal sealed class MetricStat
{
    public Metric? Metric { get; set; }

    public int? Period { get; set; }

    public string? Stat { get; set; }
}
