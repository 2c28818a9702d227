namespace CisPosture;

/// <summary>What all findings of one control come to.</summary>
public sealed class CisControlVerdict
{
    /// <summary>The control, such as "3.10".</summary>
    public required string ControlId { get; init; }

    /// <summary>The control's title; empty where neither the catalogue nor a finding tells it.</summary>
    public required string Title { get; init; }

    /// <summary>Critical, High, Medium or Low.</summary>
    public required string Severity { get; init; }

    /// <summary>Passed, Failed, Unknown or NoData: a name of <see cref="ControlVerdict"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>How many findings there are.</summary>
    public int FindingCount => PassedCount + FailedCount + WarningCount + NotAvailableCount;

    /// <summary>How many findings passed.</summary>
    public required int PassedCount { get; init; }

    /// <summary>How many findings failed.</summary>
    public required int FailedCount { get; init; }

    /// <summary>How many findings are warnings.</summary>
    public required int WarningCount { get; init; }

    /// <summary>How many findings have no verdict.</summary>
    public required int NotAvailableCount { get; init; }

    /// <summary>One line: control, verdict and counts.</summary>
    public override string ToString() => $"{ControlId} {Verdict}: {PassedCount} passed, {FailedCount} failed, {WarningCount} warnings, {NotAvailableCount} not available";
}
