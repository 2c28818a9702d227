namespace CisPosture.Reports.Html;

/// <summary>What the controls of a section or severity come to, as a bar and in words.</summary>
internal sealed class VerdictRow
{
    private VerdictRow(string kind, string name, IReadOnlyCollection<CisControlVerdict> verdicts)
    {
        Kind = kind;
        Name = name;
        Shares = VerdictShare.Of(verdicts);
        ControlCount = verdicts.Count;
        FailedFindings = verdicts.Sum(verdict => verdict.FailedCount);
    }

    /// <summary>What the rows are made by, which is also the filter that a click sets: section or severity.</summary>
    public string Kind { get; }

    /// <summary>The section or severity.</summary>
    public string Name { get; }

    /// <summary>The parts of the bar, the empty ones included.</summary>
    public IReadOnlyList<VerdictShare> Shares { get; }

    /// <summary>How many controls there are.</summary>
    public int ControlCount { get; }

    /// <summary>How many of them failed.</summary>
    public int FailedControls => Shares.Single(share => share.Verdict == ControlVerdict.Failed).Count;

    /// <summary>How many findings of them failed and are not suppressed.</summary>
    public int FailedFindings { get; }

    /// <summary>The same in words.</summary>
    public string Findings => CountText.Of(FailedFindings, "finding");

    /// <summary>The picture in words, for those who do not see it.</summary>
    public string Description => $"{Name}: {CountText.Of([.. Shares.Select(share => (share.Count, share.Name.ToLowerInvariant()))])}.";

    /// <summary>A row for each severity, the gravest first.</summary>
    /// <param name="verdicts">The verdicts of a roll-up.</param>
    /// <returns>The rows, without severities of which there is no control.</returns>
    public static IReadOnlyList<VerdictRow> BySeverity(IEnumerable<CisControlVerdict> verdicts) =>
        [.. verdicts.GroupBy(verdict => verdict.Severity, StringComparer.Ordinal)
            .OrderByDescending(group => SeverityRank.Of(group.Key))
            .Select(group => new VerdictRow("severity", group.Key, [.. group]))];

    /// <summary>A row for each section, in the order of the benchmark.</summary>
    /// <param name="verdicts">The verdicts of a roll-up.</param>
    /// <returns>The rows, without sections of which there is no control.</returns>
    public static IReadOnlyList<VerdictRow> BySection(IEnumerable<CisControlVerdict> verdicts) =>
        [.. verdicts.GroupBy(verdict => BenchmarkSection.Of(verdict.ControlId)).Select(group => new VerdictRow("section", group.Key, [.. group]))];
}
