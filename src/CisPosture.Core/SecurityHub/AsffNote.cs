namespace CisPosture.SecurityHub;

/// <summary>What somebody has written on a finding.</summary>
internal sealed record AsffNote
{
    /// <summary>The words.</summary>
    public string? Text { get; init; }

    /// <summary>Who wrote them.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When; set by Security Hub.</summary>
    public string? UpdatedAt { get; init; }
}
