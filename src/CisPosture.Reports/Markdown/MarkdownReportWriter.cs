using System.Globalization;
using System.Text;

namespace CisPosture.Reports.Markdown;

/// <summary>Markdown for wikis, tickets and pull requests: the roll-up first, then what is at fault.</summary>
internal sealed class MarkdownReportWriter : IReportWriter
{
    private const int ShownScans = 10;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    // The order of the report.
    private static readonly (FindingOutcome Outcome, string Heading)[] Chapters =
    [
        (FindingOutcome.Failed, "Failed"),
        (FindingOutcome.Undecided, "Not decided"),
        (FindingOutcome.Accepted, "Accepted for a time"),
        (FindingOutcome.NotApplicable, "Not applicable"),
        (FindingOutcome.Passed, "Passed"),
    ];

    public ReportFormat Format => ReportFormat.Markdown;

    public void Write(Report report, Stream to)
    {
        using var text = new StreamWriter(to, Utf8, 16 * 1024, leaveOpen: true) { NewLine = "\n" };
        WriteHead(text, report);
        WriteControls(text, report);
        WriteAccounts(text, report);
        WriteTrend(text, report);
        WriteChapters(text, report);
    }

    private static void WriteHead(TextWriter text, Report report)
    {
        text.WriteLine($"# {MarkdownText.Of(report.Title)}");
        text.WriteLine();
        text.WriteLine($"**{MarkdownText.Of(report.Summary.Text)}**");
        text.WriteLine();
        WriteRow(text, "Accounts", "Regions", "Evidence read", "Findings", "Made by");
        WriteRule(text, 5);
        WriteRow(
            text,
            MarkdownText.Of(string.Join(", ", report.AccountIds)),
            MarkdownText.Of(string.Join(", ", report.Regions)),
            Times(report),
            Number(report.Summary.FindingCount),
            $"CisPosture {MarkdownText.Of(report.ModuleVersion)}, {Time(report.CreatedAt)}");
        text.WriteLine();
    }

    private static void WriteControls(TextWriter text, Report report)
    {
        if (report.Summary.Verdicts.Count == 0)
        {
            text.WriteLine("There are no findings.");
            return;
        }

        text.WriteLine("## Controls");
        text.WriteLine();
        WriteRow(text, "Control", "Title", "Severity", "Verdict", "Failed", "Warning", "Not available", "Accepted", "Passed");
        WriteRule(text, 9);
        foreach (var verdict in report.Summary.Verdicts.OrderBy(Rank).ThenByDescending(verdict => SeverityOf(verdict.Severity)))
        {
            WriteRow(
                text,
                MarkdownText.Of(verdict.ControlId),
                MarkdownText.Of(verdict.Title),
                verdict.Severity,
                verdict.Verdict,
                Number(verdict.FailedCount),
                Number(verdict.WarningCount),
                Number(verdict.NotAvailableCount),
                Number(verdict.SuppressedCount),
                Number(verdict.PassedCount));
        }

        text.WriteLine();
    }

    private static void WriteAccounts(TextWriter text, Report report)
    {
        if (report.AccountSummaries.Count < 2)
        {
            return;
        }

        text.WriteLine("## Accounts");
        text.WriteLine();
        WriteRow(text, "Account", "Score", "Failed controls", "Unknown controls", "Passed controls");
        WriteRule(text, 5);
        foreach (var account in report.AccountSummaries)
        {
            WriteRow(text, MarkdownText.Of(account.AccountId ?? "unknown"), Score(account.Score), Number(account.FailedControls), Number(account.UnknownControls), Number(account.PassedControls));
        }

        text.WriteLine();
    }

    private static void WriteTrend(TextWriter text, Report report)
    {
        if (report.Trend.Count == 0)
        {
            return;
        }

        text.WriteLine("## Trend");
        text.WriteLine();
        WriteRow(text, "Scan", "Evidence read", "Score", "Failed", "Accepted", "New", "Reopened", "Resolved");
        WriteRule(text, 8);
        foreach (var scan in report.Trend.Skip(report.Trend.Count - ShownScans))
        {
            WriteRow(
                text,
                scan.ScanId.ToString(CultureInfo.InvariantCulture),
                Time(scan.ObservedAt),
                Score(scan.Score),
                Number(scan.FailedCount),
                Number(scan.SuppressedCount),
                Number(scan.NewCount),
                Number(scan.ReopenedCount),
                Number(scan.ResolvedCount));
        }

        text.WriteLine();
    }

    private static void WriteChapters(TextWriter text, Report report)
    {
        var chapters = report.Findings.ToLookup(FindingOutcomes.Of);
        foreach (var (outcome, heading) in Chapters)
        {
            var findings = chapters[outcome].ToList();
            if (findings.Count > 0)
            {
                text.WriteLine($"## {heading} ({Number(findings.Count)})");
                text.WriteLine();
                WriteChapter(text, outcome, findings);
            }
        }
    }

    private static void WriteChapter(TextWriter text, FindingOutcome outcome, List<CisFinding> findings)
    {
        if (outcome is FindingOutcome.Passed or FindingOutcome.NotApplicable)
        {
            WriteFindings(text, outcome, findings.OrderBy(finding => finding.Control));
            return;
        }

        var controls = findings.GroupBy(finding => finding.Control).OrderByDescending(group => group.Max(finding => SeverityOf(finding.Severity))).ThenBy(group => group.Key);
        foreach (var control in controls)
        {
            var first = control.First();
            text.WriteLine($"### {MarkdownText.Of(first.ControlId)} {MarkdownText.Of(first.Title)} ({first.Severity})");
            text.WriteLine();
            WriteFindings(text, outcome, control);
            if (outcome == FindingOutcome.Failed)
            {
                WriteGuidance(text, control);
            }
        }
    }

    private static void WriteFindings(TextWriter text, FindingOutcome outcome, IEnumerable<CisFinding> findings)
    {
        WriteRow(text, "Control", "Status", "Account", "Region", "Resource", outcome == FindingOutcome.Accepted ? "Reason, and why it is accepted" : "Reason");
        WriteRule(text, 6);
        foreach (var finding in findings)
        {
            var reason = finding.Suppression is { } suppression ? $"{finding.Reason} – {suppression}" : finding.Reason;
            WriteRow(
                text,
                MarkdownText.Of(finding.ControlId),
                finding.Status,
                MarkdownText.Of(finding.AccountId),
                MarkdownText.Of(finding.Region),
                MarkdownText.Of(finding.ResourceId),
                MarkdownText.Of(reason));
        }

        text.WriteLine();
    }

    private static void WriteGuidance(TextWriter text, IEnumerable<CisFinding> findings)
    {
        foreach (var guidance in findings.Select(finding => finding.Guidance).Where(guidance => guidance.Length > 0).Distinct(StringComparer.Ordinal))
        {
            text.WriteLine($"What to do: {MarkdownText.Of(guidance)}");
            text.WriteLine();
        }
    }

    private static void WriteRow(TextWriter text, params string[] cells) => text.WriteLine($"| {string.Join(" | ", cells)} |");

    private static void WriteRule(TextWriter text, int columns) => WriteRow(text, [.. Enumerable.Repeat("---", columns)]);

    private static int Rank(CisControlVerdict verdict) => verdict.Verdict switch
    {
        nameof(ControlVerdict.Failed) => 0,
        nameof(ControlVerdict.Unknown) => 1,
        nameof(ControlVerdict.Suppressed) => 2,
        _ => 3,
    };

    private static Severity SeverityOf(string name) => (Severity)Enum.Parse(typeof(Severity), name);

    private static string Times(Report report) =>
        report.ObservedFrom is not { } from || report.ObservedTo is not { } until ? "–" : from == until ? Time(from) : $"{Time(from)} – {Time(until)}";

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Score(double? score) => score is { } value ? string.Format(CultureInfo.InvariantCulture, "{0:0.#} %", value) : "–";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
