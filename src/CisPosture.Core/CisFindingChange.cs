namespace CisPosture;

/// <summary>What became of a finding between two scans. Emitted by Compare-CisFinding.</summary>
public sealed record CisFindingChange
{
    /// <summary>New, Fixed, StillFailing, Changed, GoneResource or NotJudged: a name of <see cref="FindingDifference"/>.</summary>
    public required string Difference { get; init; }

    /// <summary>The control, such as "3.10".</summary>
    public required string ControlId { get; init; }

    /// <summary>Critical, High, Medium or Low.</summary>
    public required string Severity { get; init; }

    /// <summary>The account's twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The resource.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The status in the reference; null where it was not there.</summary>
    public string? StatusBefore { get; init; }

    /// <summary>The status in the difference; null where it is not there.</summary>
    public string? StatusAfter { get; init; }

    /// <summary>One sentence that says what became of it, as far as can be told.</summary>
    public required string Reason { get; init; }

    /// <summary>The finding of the reference; null where it was not there.</summary>
    public CisFinding? Before { get; init; }

    /// <summary>The finding of the difference; null where it is not there.</summary>
    public CisFinding? After { get; init; }

    /// <summary>What became of a finding, of which one of the two is there.</summary>
    internal static CisFindingChange Of(FindingDifference difference, CisFinding? before, CisFinding? after, string reason)
    {
        var finding = (after ?? before)!;
        return new CisFindingChange
        {
            Difference = difference.ToString(),
            ControlId = finding.ControlId,
            Severity = finding.Severity,
            AccountId = finding.AccountId,
            Region = finding.Region,
            ResourceId = finding.ResourceId,
            StatusBefore = before?.Status,
            StatusAfter = after?.Status,
            Reason = reason,
            Before = before,
            After = after,
        };
    }

    /// <summary>One line: what became of which finding, and why.</summary>
    public override string ToString() => VisibleText.OnOneLine($"{Difference} {Severity} {ControlId} {Region} {ResourceId}: {Reason}");
}
