namespace CisPosture.SecurityHub;

/// <summary>The verdict of a check.</summary>
internal sealed record AsffCompliance
{
    /// <summary>PASSED, FAILED, WARNING or NOT_AVAILABLE.</summary>
    public string? Status { get; init; }

    /// <summary>The paragraphs of benchmarks that the check is for.</summary>
    public IReadOnlyList<string>? RelatedRequirements { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<AsffStatusReason>? StatusReasons { get; init; }

    /// <summary>The control in the numbering that all standards share; set by Security Hub.</summary>
    public string? SecurityControlId { get; init; }

    /// <summary>The standards for which the check was made; set by Security Hub.</summary>
    public IReadOnlyList<AsffStandard>? AssociatedStandards { get; init; }
}
