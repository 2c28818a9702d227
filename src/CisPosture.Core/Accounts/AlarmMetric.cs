namespace CisPosture.Accounts;

/// <summary>A metric that an alarm's expression reads.</summary>
public sealed record AlarmMetric
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name.</summary>
    public required string MetricName { get; init; }

    /// <summary>Names of the dimensions.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];
}
