using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>What stands in the page beside the findings' data: the names under which its template finds everything.</summary>
internal sealed class ReportPage
{
    private readonly Report _report;

    private ReportPage(Report report)
    {
        _report = report;
        var verdicts = report.Summary.Verdicts;
        Verdicts = VerdictShare.Of(verdicts);
        Severities = VerdictRow.BySeverity(verdicts);
        Sections = VerdictRow.BySection(verdicts);
        Tiles = ControlTile.Rows(verdicts);
        Trend = TrendPicture.Of(report.Trend);
        Paper = PaperFindings.Of(report);
    }

    /// <summary>What may be styled and run: the page's own texts and nothing else.</summary>
    public EmbeddedText Style { get; } = EmbeddedText.Read("page.css");

    /// <summary>The style where scripts are off.</summary>
    public EmbeddedText StillStyle { get; } = EmbeddedText.Read("still.css");

    /// <summary>The script.</summary>
    public EmbeddedText Script { get; } = EmbeddedText.Read("page.js");

    /// <summary>The heading.</summary>
    public string Title => VisibleText.InOneDirection(_report.Title);

    /// <summary>Of which account or how many.</summary>
    public string Accounts => _report.AccountIds.Count == 1 ? $"Account {VisibleText.InOneDirection(_report.AccountIds[0])}" : CountText.Of(_report.AccountIds.Count, "account");

    /// <summary>Of which Region or how many.</summary>
    public string Regions => _report.Regions.Count == 1 ? VisibleText.InOneDirection(_report.Regions[0]) : CountText.Of(_report.Regions.Count, "Region");

    /// <summary>When the evidence was read; empty where there are no findings.</summary>
    public string Observed => _report is { ObservedFrom: { } from, ObservedTo: { } to } ? PageTime.Of(from, to) : string.Empty;

    /// <summary>When the report was made.</summary>
    public string Created => PageTime.Of(_report.CreatedAt);

    /// <summary>The module's version.</summary>
    public string Version => _report.ModuleVersion;

    /// <summary>The score as Measure-CisFinding reckons it; empty where there is none.</summary>
    public string Score => _report.Summary.Score is { } score ? score.ToString("0.#", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>How many controls there are.</summary>
    public string Controls => CountText.Of(_report.Summary.ControlCount, "control");

    /// <summary>The roll-up in one line.</summary>
    public string Summary => _report.Summary.Text;

    /// <summary>How many findings there are.</summary>
    public string FindingCount => CountText.Of(_report.Findings.Count, "finding");

    /// <summary>Whether there are findings.</summary>
    public bool HasFindings => _report.Findings.Count > 0;

    /// <summary>The counts of findings, those that are suppressed by themselves, as Measure-CisFinding reckons them.</summary>
    public IReadOnlyList<StatusCount> Statuses => StatusCount.Of(_report.Summary);

    /// <summary>The severities, the gravest first.</summary>
    public IReadOnlyList<string> SeverityNames { get; } = [.. SeverityRank.Names.Reverse()];

    /// <summary>What the controls come to.</summary>
    public IReadOnlyList<VerdictShare> Verdicts { get; }

    /// <summary>The same by severity.</summary>
    public IReadOnlyList<VerdictRow> Severities { get; }

    /// <summary>The same by section.</summary>
    public IReadOnlyList<VerdictRow> Sections { get; }

    /// <summary>Every control.</summary>
    public IReadOnlyList<TileRow> Tiles { get; }

    /// <summary>How it went; null where no store tells.</summary>
    public TrendPicture? Trend { get; }

    /// <summary>Whether a store tells how it went.</summary>
    public bool HasTrend => Trend is not null;

    /// <summary>What stands on paper.</summary>
    public PaperFindings Paper { get; }

    /// <summary>Prepares a page.</summary>
    public static ReportPage Of(Report report) => new(report);
}
