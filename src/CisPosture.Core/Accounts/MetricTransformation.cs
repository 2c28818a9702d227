namespace CisPosture.Accounts;

/// <summary>A metric that a metric filter writes.</summary>
public sealed record MetricTransformation
{
    /// <summary>The metric's name.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string MetricNamespace { get; init; }

    /// <summary>The value that a match adds.</summary>
    public string? MetricValue { get; init; }

    /// <summary>Names of the metric's dimensions.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];
}
