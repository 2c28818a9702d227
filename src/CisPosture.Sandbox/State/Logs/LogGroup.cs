namespace CisPosture.Sandbox.State.Logs;

/// <summary>A log group with its metric filters.</summary>
public sealed class LogGroup
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationTime { get; set; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>How long events are kept; null for ever.</summary>
    public int? RetentionInDays { get; set; }

    /// <summary>The key that it encrypts with.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>STANDARD, INFREQUENT_ACCESS or DELIVERY.</summary>
    public string LogGroupClass { get; init; } = "STANDARD";

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Its metric filters.</summary>
    public List<MetricFilter> MetricFilters { get; init; } = [];
}
