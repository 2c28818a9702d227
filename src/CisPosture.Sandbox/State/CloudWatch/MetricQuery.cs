namespace CisPosture.Sandbox.State.CloudWatch;

/// <summary>A metric or an expression of an alarm's expression.</summary>
public sealed class MetricQuery
{
    /// <summary>Its name inside the expression.</summary>
    public required string Id { get; init; }

    /// <summary>The expression; null for a metric.</summary>
    public string? Expression { get; set; }

    /// <summary>The metric's namespace.</summary>
    public string? Namespace { get; set; }

    /// <summary>The metric's name.</summary>
    public string? MetricName { get; set; }

    /// <summary>The metric's dimensions.</summary>
    public Dictionary<string, string> Dimensions { get; init; } = [];

    /// <summary>What charts call it.</summary>
    public string? Label { get; set; }

    /// <summary>How data points become one.</summary>
    public string Statistic { get; set; } = "Sum";

    /// <summary>The length of a data point in seconds.</summary>
    public int Period { get; set; } = 300;

    /// <summary>Whether the alarm watches it.</summary>
    public bool ReturnData { get; set; } = true;
}
