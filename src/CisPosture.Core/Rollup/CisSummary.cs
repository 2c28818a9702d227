using System.Collections.ObjectModel;

namespace CisPosture;

/// <summary>
/// A scan in a few numbers, rolled up the way Security Hub does: a control failed where any finding of it did; it is unknown where none
/// failed but some could not be judged; it passed where all passed.
/// </summary>
public sealed record CisSummary
{
    /// <summary>How many controls have findings.</summary>
    public required int ControlCount { get; init; }

    /// <summary>How many controls passed.</summary>
    public required int PassedControls { get; init; }

    /// <summary>How many controls failed.</summary>
    public required int FailedControls { get; init; }

    /// <summary>How many controls could not be judged in full, without a failure among what could.</summary>
    public required int UnknownControls { get; init; }

    /// <summary>The share of passed controls in percent, rounded down so that 100 means all; null where there is none.</summary>
    public required int? Score { get; init; }

    /// <summary>How many findings there are of each status.</summary>
    public required IReadOnlyDictionary<string, int> FindingsByStatus { get; init; }

    /// <summary>How many controls of each severity failed.</summary>
    public required IReadOnlyDictionary<string, int> FailedBySeverity { get; init; }

    /// <summary>The verdict on each control, in the order of their numbers.</summary>
    public required IReadOnlyList<ControlVerdict> Verdicts { get; init; }

    /// <summary>Rolls findings up.</summary>
    /// <param name="findings">Findings of any number of controls, in any order.</param>
    /// <returns>The summary.</returns>
    public static CisSummary Of(IEnumerable<CisFinding> findings)
    {
        var all = findings.ToList();
        var verdicts = all.GroupBy(finding => finding.Control).OrderBy(control => control.Key).Select(VerdictOf).ToList();
        var passed = verdicts.Count(verdict => verdict.Verdict == ControlVerdict.Passed);
        var failed = verdicts.Where(verdict => verdict.Verdict == ControlVerdict.Failed).ToList();
        return new CisSummary
        {
            ControlCount = verdicts.Count,
            PassedControls = passed,
            FailedControls = failed.Count,
            UnknownControls = verdicts.Count - passed - failed.Count,
            Score = verdicts.Count == 0 ? null : 100 * passed / verdicts.Count,
            FindingsByStatus = Count<FindingStatus>(all.Select(finding => finding.Status)),
            FailedBySeverity = Count<Severity>(failed.Select(verdict => verdict.Severity)),
            Verdicts = new ReadOnlyCollection<ControlVerdict>(verdicts),
        };
    }

    /// <summary>The roll-up in one line.</summary>
    public override string ToString()
    {
        var score = Score is null ? "no score" : FormattableString.Invariant($"score {Score} %");
        return FormattableString.Invariant($"{ControlCount} controls: {PassedControls} passed, {FailedControls} failed, {UnknownControls} unknown   {score}");
    }

    private static ControlVerdict VerdictOf(IGrouping<ControlId, CisFinding> control)
    {
        var first = control.First();
        var failed = control.Count(finding => finding.Verdict == FindingStatus.Failed);
        var isPassed = control.All(finding => finding.Verdict == FindingStatus.Passed);
        return new ControlVerdict
        {
            ControlId = control.Key.ToString(),
            Title = first.Title,
            Severity = first.Severity,
            Verdict = failed > 0 ? ControlVerdict.Failed : isPassed ? ControlVerdict.Passed : ControlVerdict.Unknown,
            FindingCount = control.Count(),
            FailedCount = failed,
        };
    }

    private static ReadOnlyDictionary<string, int> Count<TName>(IEnumerable<string> names)
        where TName : struct, Enum
    {
        var counts = Enum.GetNames(typeof(TName)).ToDictionary(name => name, _ => 0, StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            counts[name]++;
        }

        return new ReadOnlyDictionary<string, int>(counts);
    }
}
