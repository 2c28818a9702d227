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

    /// <summary>Passed, Failed, Unknown, Suppressed or NoData: a name of <see cref="ControlVerdict"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>How many findings there are.</summary>
    public int FindingCount => PassedCount + FailedCount + WarningCount + NotAvailableCount + SuppressedCount;

    /// <summary>How many findings passed.</summary>
    public required int PassedCount { get; init; }

    /// <summary>How many findings failed and are not suppressed.</summary>
    public required int FailedCount { get; init; }

    /// <summary>How many findings are warnings and not suppressed.</summary>
    public required int WarningCount { get; init; }

    /// <summary>How many findings have no verdict and are not suppressed.</summary>
    public required int NotAvailableCount { get; init; }

    /// <summary>How many findings are suppressed; they do not count against the control.</summary>
    public required int SuppressedCount { get; init; }

    /// <summary>One line: control, verdict and the counts that are not zero.</summary>
    public override string ToString() => $"{ControlId} {Verdict}: {Counts}";

    private string Counts => FindingCount == 0 ? "no findings" : string.Join(
        ", ",
        new (int Count, string Word)[]
        {
            (PassedCount, "passed"), (FailedCount, "failed"), (WarningCount, WarningCount == 1 ? "warning" : "warnings"), (NotAvailableCount, "not available"), (SuppressedCount, "suppressed"),
        }.Where(count => count.Count > 0).Select(count => FormattableString.Invariant($"{count.Count} {count.Word}")));
}
