namespace CisPosture.Reports;

/// <summary>A control that a report has to describe: from the catalogue where it knows the control, else as far as findings tell.</summary>
internal sealed record ReportedControl
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Severity { get; init; }

    public string? Section { get; init; }

    public string? Guidance { get; init; }

    public string? ConfigRule { get; init; }

    public string? SecurityControlId { get; init; }

    public string? RepairCommand { get; init; }

    /// <summary>The benchmark with its edition, as Security Hub writes it.</summary>
    public static string Benchmark => $"{BenchmarkCatalogue.Current.Benchmark} v{BenchmarkCatalogue.Current.Version}";

    /// <summary>The controls of a report in the order of their numbers.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Those that it has findings of.</returns>
    public static IReadOnlyList<ReportedControl> Of(Report report)
    {
        var known = BenchmarkCatalogue.Current.Controls.ToDictionary(control => control.Id, StringComparer.Ordinal);
        return [.. report.Summary.Verdicts.Select(verdict => known.TryGetValue(verdict.ControlId, out var control) ? Of(control) : Of(verdict))];
    }

    private static ReportedControl Of(CisControl control) => new()
    {
        Id = control.Id,
        Title = control.Title,
        Severity = control.Severity,
        Section = control.Section,
        Guidance = control.Guidance,
        ConfigRule = control.ConfigRule,
        SecurityControlId = control.SecurityControlId,
        RepairCommand = control.RepairCommand,
    };

    private static ReportedControl Of(CisControlVerdict verdict) => new() { Id = verdict.ControlId, Title = verdict.Title, Severity = verdict.Severity };
}
