namespace Amazon.CloudWatch.Model;

internal sealed class MetricAlarm
{
    public string? AlarmName { get; set; }

    public string? AlarmArn { get; set; }

    public string? AlarmDescription { get; set; }

    public bool? ActionsEnabled { get; set; }

    public List<string>? AlarmActions { get; set; }

    public List<string>? OKActions { get; set; }

    public List<string>? InsufficientDataActions { get; set; }

    public string? Namespace { get; set; }

    public string? MetricName { get; set; }

    public List<Dimension>? Dimensions { get; set; }

    public List<MetricDataQuery>? Metrics { get; set; }

    public string? Statistic { get; set; }

    public string? ExtendedStatistic { get; set; }

    public int? Period { get; set; }

    public string? Unit { get; set; }

    public int? EvaluationPeriods { get; set; }

    public int? DatapointsToAlarm { get; set; }

    public string? ComparisonOperator { get; set; }

    public double? Threshold { get; set; }

    public string? ThresholdMetricId { get; set; }

    public string? TreatMissingData { get; set; }

    public string? StateValue { get; set; }
}
