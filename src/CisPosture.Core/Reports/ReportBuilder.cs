namespace CisPosture.Reports;

/// <summary>Gathers findings, and makes a report of them.</summary>
public sealed class ReportBuilder
{
    private readonly List<CisFinding> _findings = [];
    private readonly SummaryBuilder _summary = new();
    private readonly SortedSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _regions = new(StringComparer.Ordinal);
    private readonly HashSet<ControlId> _controls = [];
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;

    /// <summary>Adds a finding.</summary>
    /// <param name="finding">The finding.</param>
    public void Add(CisFinding finding)
    {
        _findings.Add(finding);
        _summary.Add(finding);
        _accounts.Add(finding.AccountId);
        _regions.Add(finding.Region);
        _controls.Add(finding.Control);
        _from = finding.ObservedAt < (_from ?? DateTimeOffset.MaxValue) ? finding.ObservedAt : _from ?? finding.ObservedAt;
        _to = finding.ObservedAt > (_to ?? DateTimeOffset.MinValue) ? finding.ObservedAt : _to ?? finding.ObservedAt;
    }

    /// <summary>Makes the report.</summary>
    /// <param name="title">The heading; null for one that names the benchmark.</param>
    /// <param name="now">The time of making it.</param>
    /// <param name="scans">Earlier scans of any accounts.</param>
    /// <returns>The report.</returns>
    public Report Build(string? title, DateTimeOffset now, IEnumerable<CisScan> scans) => new()
    {
        Title = title ?? $"{BenchmarkCatalogue.Current.Benchmark} {BenchmarkCatalogue.Current.Version}",
        Findings = _findings,
        Summary = _summary.Build(),
        AccountSummaries = _summary.BuildByAccount(),
        AccountIds = [.. _accounts],
        Regions = [.. _regions],
        ObservedFrom = _from,
        ObservedTo = _to,
        CreatedAt = now,
        ModuleVersion = typeof(ReportBuilder).Assembly.GetName().Version!.ToString(3),
        Trend = [.. scans.Where(IsComparable).OrderBy(scan => scan.ScanId)],
    };

    // A scan of other accounts, or of fewer controls, comes to numbers that say nothing beside those of this report.
    private bool IsComparable(CisScan scan) =>
        _accounts.SetEquals(scan.AccountIds) && _controls.IsSubsetOf(scan.ControlIds.Select(ControlId.Parse));
}
