namespace CisPosture.SecurityHub;

/// <summary>How grave a finding is.</summary>
internal sealed record AsffSeverity
{
    /// <summary>INFORMATIONAL, LOW, MEDIUM, HIGH or CRITICAL.</summary>
    public string? Label { get; init; }

    /// <summary>0 to 100.</summary>
    public int? Normalized { get; init; }

    /// <summary>The product's own word.</summary>
    public string? Original { get; init; }
}
