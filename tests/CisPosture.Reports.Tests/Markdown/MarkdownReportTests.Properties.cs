using CisPosture.Reports.Tests.Support;
using CsCheck;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CisPosture.Reports.Tests.Markdown;

public sealed partial class MarkdownReportTests
{
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
}
