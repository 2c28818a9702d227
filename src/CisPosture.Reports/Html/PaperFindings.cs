namespace CisPosture.Reports.Html;

/// <summary>
/// What stands on paper beside the pictures, and on the screen where scripts are off: what failed, what could not be decided, what is suppressed. A
/// control that failed a thousand times must not push the others out of a pile of paper that somebody can still read.
/// </summary>
internal sealed class PaperFindings
{
    private const int RoomForFailed = 500;
    private const int RoomForUndecided = 200;
    private const int RoomForSuppressed = 200;

    private readonly int _passed;

    private PaperFindings(CisSummary summary)
    {
        Failed = Groups(summary, RoomForFailed, verdict => verdict.FailedCount);
        Undecided = Groups(summary, RoomForUndecided, verdict => verdict.WarningCount + verdict.NotAvailableCount);
        Suppressed = Groups(summary, RoomForSuppressed, verdict => verdict.SuppressedCount);
        PlaceName = summary.AccountCount > 1 ? "Account and Region" : "Region";
        _passed = summary.FindingsByStatus[nameof(FindingStatus.Passed)];
    }

    /// <summary>What failed and is not suppressed, by control, the gravest first.</summary>
    public IReadOnlyList<PaperGroup> Failed { get; }

    /// <summary>Warnings and what is not available, by control.</summary>
    public IReadOnlyList<PaperGroup> Undecided { get; }

    /// <summary>What is suppressed, by control.</summary>
    public IReadOnlyList<PaperGroup> Suppressed { get; }

    /// <summary>The heading over where a finding is.</summary>
    public string PlaceName { get; }

    /// <summary>What is left out, in words.</summary>
    public string LeftOut => CountText.Of(
        (Failed.Sum(group => group.OmittedCount), "failed"),
        (Undecided.Sum(group => group.OmittedCount), "undecided"),
        (Suppressed.Sum(group => group.OmittedCount), "suppressed"),
        (_passed, "passed"));

    /// <summary>Chooses what stands on paper.</summary>
    public static PaperFindings Of(Report report)
    {
        var paper = new PaperFindings(report.Summary);
        var failed = paper.Failed.ToDictionary(group => group.Id, StringComparer.Ordinal);
        var undecided = paper.Undecided.ToDictionary(group => group.Id, StringComparer.Ordinal);
        var suppressed = paper.Suppressed.ToDictionary(group => group.Id, StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            var groups = finding switch
            {
                { Suppression: not null } => suppressed,
                { Verdict: FindingStatus.Failed } => failed,
                { Verdict: FindingStatus.Passed } => null,
                _ => undecided,
            };
            groups?[finding.Control.ToString()].Add(finding);
        }

        return paper;
    }

    private static PaperGroup[] Groups(CisSummary summary, int room, Func<CisControlVerdict, int> count)
    {
        var cap = FairShare.Of(summary.Verdicts.Select(count), room);
        return [.. summary.Verdicts.Where(verdict => count(verdict) > 0).OrderByDescending(verdict => SeverityRank.Of(verdict.Severity)).Select(verdict => new PaperGroup(verdict, cap, summary.AccountCount > 1))];
    }
}
