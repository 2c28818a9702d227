namespace CisPosture.Accounts;

/// <summary>A CloudWatch alarm: on one metric, on a metric expression, or composite.</summary>
public sealed record Alarm
{
    /// <summary>The name.</summary>
    public required string AlarmName { get; init; }

    /// <summary>The ARN.</summary>
    public required string AlarmArn { get; init; }

    /// <summary>Whether its actions are carried out.</summary>
    public bool ActionsEnabled { get; init; }

    /// <summary>ARNs of what is called when the alarm fires.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    /// <summary>The namespace of its one metric.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name of its one metric.</summary>
    public string? MetricName { get; init; }

    /// <summary>Names of the dimensions of its one metric.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>The metrics of its expression.</summary>
    public IReadOnlyList<AlarmMetric> ExpressionMetrics { get; init; } = [];

    /// <summary>Sum, SampleCount, Average … of its one metric.</summary>
    public string? Statistic { get; init; }

    /// <summary>How the threshold is compared.</summary>
    public string? ComparisonOperator { get; init; }

    /// <summary>The threshold.</summary>
    public double? Threshold { get; init; }

    /// <summary>The rule of a composite alarm; null for others.</summary>
    public string? AlarmRule { get; init; }
}
