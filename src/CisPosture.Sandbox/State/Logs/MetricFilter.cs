namespace CisPosture.Sandbox.State.Logs;

/// <summary>A metric filter.</summary>
public sealed class MetricFilter
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Which events it counts.</summary>
    public required string Pattern { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationTime { get; set; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The metrics that it writes.</summary>
    public List<MetricTransformation> Transformations { get; set; } = [];
}
