namespace Amazon.CloudWatch.Model;

internal sealed class MetricAlarm
{
    public string? AlarmName { get; set; }

    public string? AlarmArn { get; set; }

    public bool? ActionsEnabled { get; set; }

    public List<string>? AlarmActions { get; set; }

    public string? Namespace { get; set; }

    public string? MetricName { get; set; }

    public List<Dimension>? Dimensions { get; set; }

    public List<MetricDataQuery>? Metrics { get; set; }

    public string? Statistic { get; set; }

    public string? ComparisonOperator { get; set; }

    public double? Threshold { get; set; }
}
