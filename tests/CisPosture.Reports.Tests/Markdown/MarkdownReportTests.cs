using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using CsCheck;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CisPosture.Reports.Tests.Markdown;

public sealed class MarkdownReportTests
{
    // With more extensions than any reader has, so that none of them makes something of a name.
    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static readonly Type[] Allowed = [typeof(LiteralInline), typeof(HtmlEntityInline)];

    [Fact]
    public void No_text_of_a_finding_becomes_markup() => NastyFindings.Any.List[1, 3].Sample(findings =>
    {
        var document = Parse(Support.Reports.Text(ReportFormat.Markdown, findings));
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Empty(document.Descendants<CodeBlock>());
        var cells = document.Descendants<TableCell>().SelectMany(cell => cell.Descendants<Inline>()).Where(inline => inline is not ContainerInline { Parent: null });
        var others = cells.Where(inline => !Allowed.Contains(inline.GetType()) && inline.GetType() != typeof(ContainerInline)).Select(inline => $"{inline.GetType().Name} {inline}").ToList();
        Assert.True(others.Count == 0, $"Escape what these are made of: {string.Join(", ", others)}");
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<HtmlInline>());
    }, iter: 200);

    [Fact]
    public void Every_row_has_the_cells_of_its_table() => NastyFindings.Any.List[1, 3].Sample(findings =>
    {
        var document = Parse(Support.Reports.Text(ReportFormat.Markdown, findings));
        var rows = document.Descendants<Table>().SelectMany(table => table.OfType<TableRow>().Select(row => (table, row)));
        Assert.All(rows, pair => Assert.Equal(((TableRow)pair.table[0]).Count, pair.row.Count));
        Assert.Equal(findings.Count, Rows(document).Count);
    }, iter: 200);

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
