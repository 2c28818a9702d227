namespace CisPosture.Sandbox.State.Logs;

/// <summary>A metric that a metric filter writes.</summary>
public sealed class MetricTransformation
{
    /// <summary>The metric's name.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string MetricNamespace { get; init; }

    /// <summary>What a match adds.</summary>
    public string MetricValue { get; set; } = "1";

    /// <summary>What is written where nothing matches.</summary>
    public double? DefaultValue { get; set; }

    /// <summary>The metric's unit; null for none.</summary>
    public string? Unit { get; set; }

    /// <summary>Dimensions, each with the selector that gives its value.</summary>
    public Dictionary<string, string> Dimensions { get; set; } = [];
}
