namespace CisPosture.Accounts;

/// <summary>A metric filter of a log group.</summary>
public sealed record MetricFilter
{
    /// <summary>The name.</summary>
    public required string FilterName { get; init; }

    /// <summary>The log group.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The pattern, exactly as stored.</summary>
    public required string FilterPattern { get; init; }

    /// <summary>The metrics that it writes.</summary>
    public IReadOnlyList<MetricTransformation> Transformations { get; init; } = [];
}
