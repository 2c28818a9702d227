namespace CisPosture;

/// <summary>What all findings of one control come to.</summary>
public sealed record ControlVerdict
{
    /// <summary>Every finding passed.</summary>
    public const string Passed = "Passed";

    /// <summary>A finding failed.</summary>
    public const string Failed = "Failed";

    /// <summary>Nothing failed, but not everything could be judged.</summary>
    public const string Unknown = "Unknown";

    /// <summary>The control, such as "3.10".</summary>
    public required string ControlId { get; init; }

    /// <summary>The control's title.</summary>
    public required string Title { get; init; }

    /// <summary>Critical, High, Medium or Low.</summary>
    public required string Severity { get; init; }

    /// <summary>Passed, Failed or Unknown.</summary>
    public required string Verdict { get; init; }

    /// <summary>How many findings there are.</summary>
    public required int FindingCount { get; init; }

    /// <summary>How many of them failed.</summary>
    public required int FailedCount { get; init; }

    /// <summary>The number and the verdict.</summary>
    public override string ToString() => $"{ControlId} {Verdict}";
}
