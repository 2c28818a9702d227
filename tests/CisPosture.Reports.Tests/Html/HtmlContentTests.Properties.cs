using System.Globalization;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests.Html;

public sealed partial class HtmlContentTests
{
    [Fact]
    public void Every_finding_is_in_the_page_with_all_it_says() => NastyFindings.Any.Array[0, 6].Sample(findings =>
    {
        var page = ParsedPage.Of(findings);
        Assert.Equal(findings.Select(Told), page.Rows.Zip(page.Details, (row, details) => Told(page, row, details)));
    }, iter: 60);

    [Fact]
    public void The_pictures_show_the_numbers_of_the_roll_up() => SampleFindings.Any.Array[1, 30].Sample(findings =>
    {
        var summary = CisSummary.Of(findings);
        var page = ParsedPage.Of(findings).Document;

        Assert.Equal(summary.Score is { } score ? score.ToString("0.#", CultureInfo.InvariantCulture) + "%" : "–", page.QuerySelector(".ring .value")!.TextContent);
        Assert.Equal(summary.Text, page.QuerySelector(".ring desc")!.TextContent);
        Assert.Equal(summary.FailedControls, Number(page.QuerySelector(".legend .failed b")!));
        Assert.Equal(summary.PassedControls, Number(page.QuerySelector(".legend .passed b")!));
        Assert.Equal(summary.FindingsByStatus["Failed"], Number(Chip(page, 0)));
        Assert.Equal(summary.SuppressedFindings, Number(Chip(page, 3)));
        Assert.Equal(summary.FindingsByStatus["Passed"], Number(Chip(page, 4)));
        Assert.Equal(
            summary.Verdicts.Select(verdict => $"{verdict.ControlId} {verdict.Verdict.ToLowerInvariant()} {(verdict.FailedCount == 0 ? "" : verdict.FailedCount)}"),
            page.QuerySelectorAll(".tile").Select(tile => $"{tile.GetAttribute("data-value")} {tile.ClassList[1]} {tile.QuerySelector(".count")!.TextContent}"));
        foreach (var kind in new[] { "severity", "section" })
        {
            var rows = page.QuerySelectorAll(".row").Where(row => row.QuerySelector($"[data-filter={kind}]") is not null).ToList();
            Assert.Equal(summary.FailedControls, rows.Sum(row => Number(row.QuerySelector(".words b")!)));
            Assert.Equal(summary.ControlCount, rows.Sum(row => row.QuerySelectorAll(".bar title").Sum(title => title.TextContent.Split(' ').Sum(word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0))));
        }
    }, iter: 60);
}
