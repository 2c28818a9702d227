namespace CisPosture.Sandbox.State.CloudWatch;

/// <summary>An alarm on a metric, or on an expression over metrics.</summary>
public sealed class MetricAlarm
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Whether its actions are carried out.</summary>
    public bool ActionsEnabled { get; set; } = true;

    /// <summary>Whom it calls when it fires.</summary>
    public List<string> AlarmActions { get; init; } = [];

    /// <summary>Whom it calls when all is well again.</summary>
    public List<string> OkActions { get; init; } = [];

    /// <summary>Whom it calls when data is lacking.</summary>
    public List<string> InsufficientDataActions { get; init; } = [];

    /// <summary>The metric's namespace.</summary>
    public string? Namespace { get; set; }

    /// <summary>The metric's name.</summary>
    public string? MetricName { get; set; }

    /// <summary>How data points become one.</summary>
    public string? Statistic { get; set; }

    /// <summary>A percentile instead of a statistic.</summary>
    public string? ExtendedStatistic { get; set; }

    /// <summary>The unit that data points must have; null for any.</summary>
    public string? Unit { get; set; }

    /// <summary>The metric's dimensions.</summary>
    public Dictionary<string, string> Dimensions { get; set; } = [];

    /// <summary>The length of a data point in seconds.</summary>
    public int? Period { get; set; }

    /// <summary>How many data points are looked at.</summary>
    public int EvaluationPeriods { get; set; } = 1;

    /// <summary>How many of them must breach; null for all.</summary>
    public int? DatapointsToAlarm { get; set; }

    /// <summary>The threshold; null where a query gives it.</summary>
    public double? Threshold { get; set; } = 1;

    /// <summary>The query that gives the threshold; null where it is a number.</summary>
    public string? ThresholdMetricId { get; set; }

    /// <summary>How it is compared.</summary>
    public string ComparisonOperator { get; set; } = "GreaterThanOrEqualToThreshold";

    /// <summary>What missing data counts as.</summary>
    public string TreatMissingData { get; set; } = "notBreaching";

    /// <summary>The queries of an expression.</summary>
    public List<MetricQuery> Metrics { get; init; } = [];

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>OK, ALARM or INSUFFICIENT_DATA.</summary>
    public string StateValue { get; set; } = "OK";

    /// <summary>When it was last configured.</summary>
    public DateTimeOffset ConfiguredTime { get; set; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);
}
