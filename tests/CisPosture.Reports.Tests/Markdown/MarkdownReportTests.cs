using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CisPosture.Reports.Tests.Markdown;

public sealed partial class MarkdownReportTests
{
    // With more extensions than any reader has, so that none of them makes something of a name.
    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static readonly Type[] Allowed = [typeof(LiteralInline), typeof(HtmlEntityInline)];

    [Fact]
    public void What_is_at_fault_comes_first_then_what_is_not_decided()
    {
        var suppression = new CisSuppression { Reason = "Bastion.", Owner = "net", Expires = "2026-12-31", Path = "rules.yaml", Line = 3 };
        var text = Support.Reports.Text(
            ReportFormat.Markdown,
            SampleFindings.Of("1.5", "Passed"),
            SampleFindings.Of("1.2", "NotAvailable") with { ReasonCode = ReasonCode.AccessDenied },
            SampleFindings.Of("4.2") with { Suppression = suppression },
            SampleFindings.Of("2.9", "NotAvailable") with { ReasonCode = ReasonCode.ControlNotSupportedInRegion },
            SampleFindings.Of("1.3"),
            SampleFindings.Of("4.1") with { Severity = "High" });
        var headings = Parse(text).Descendants<HeadingBlock>().Select(heading => string.Concat(heading.Inline!.Descendants<LiteralInline>()));
        Assert.Equal(
            [
                "CIS AWS Foundations Benchmark 1.2.0", "Controls", "Failed (2)", "4.1 Control 4.1 (High)", "1.3 Control 1.3 (Medium)", "Not decided (1)", "1.2 Control 1.2 (Medium)",
                "Accepted for a time (1)", "4.2 Control 4.2 (Medium)", "Not applicable (1)", "Passed (1)",
            ],
            headings);
        Assert.Contains("A reason. – Bastion. (net, until 2026-12-31)", text, StringComparison.Ordinal);
        Assert.Contains("6 controls: 1 passed, 2 failed, 2 unknown, 1 suppressed. Score 20 %.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_accounts_and_earlier_scans_are_told_of()
    {
        var report = Support.Reports.Of(SampleFindings.Of("1.2"), SampleFindings.Of("1.2", accountId: "999999999999"));
        var scans = Enumerable.Range(1, 12).Select(number => SampleScans.Of(number)).ToList();
        var text = Support.Reports.Text(ReportFormat.Markdown, report with { Trend = scans });
        Assert.Contains("## Accounts", text, StringComparison.Ordinal);
        Assert.Contains("\n| 12 | 2026-06-12 00:00 UTC | 12 % |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n| 2 | 2026-06-02", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_says_so() => Assert.Contains("There are no findings.", Support.Reports.Text(ReportFormat.Markdown), StringComparison.Ordinal);

    private static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Reader);

    // The tables of findings are those that end in a reason.
    private static List<TableRow> Rows(MarkdownDocument document) =>
        [.. document.Descendants<Table>().Where(table => Text(((TableRow)table[0])[^1]).StartsWith("Reason", StringComparison.Ordinal)).SelectMany(table => table.Skip(1).Cast<TableRow>())];

    private static string Text(MarkdownObject cell) => string.Concat(cell.Descendants<LiteralInline>());
}
