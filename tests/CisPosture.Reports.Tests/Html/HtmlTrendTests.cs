using AngleSharp.Dom;
using CisPosture.Core.Tests.Findings;

namespace CisPosture.Reports.Tests.Html;

public sealed class HtmlTrendTests
{
    [Fact]
    public void The_trend_shows_each_scan_in_pictures_and_in_numbers()
    {
        var trend = Page(Scan(1, score: 50, failed: 8), Scan(2, score: 62.5, failed: 4), Scan(3, score: 75, failed: 6)).QuerySelector(".trend")!;
        var lines = trend.QuerySelectorAll("polyline.line").Select(line => line.GetAttribute("points"));

        Assert.Equal(["0,50 50,37.5 100,25", "0,0 50,50 100,25"], lines);
        Assert.Equal(["Score over 3 scans: 50 % → 75 %.", "Failed findings over 3 scans: 8 → 6."], trend.QuerySelectorAll("figure svg > title").Select(title => title.TextContent));
        Assert.Equal(["2026-06-16 12:00 UTC", "62.5 %", "4", "0", "0", "0"], trend.QuerySelectorAll("tbody tr")[1].Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_scan_without_a_score_leaves_no_point_in_the_line_of_scores()
    {
        var trend = Page(Scan(1, score: 50, failed: 8), Scan(2, score: null, failed: 0), Scan(3, score: 100, failed: 0)).QuerySelector(".trend")!;
        Assert.Equal("0,50 100,0", trend.QuerySelector("polyline.line")!.GetAttribute("points"));
    }

    [Fact]
    public void Of_many_scans_the_last_are_shown_and_the_others_counted()
    {
        var trend = Page([.. Enumerable.Range(1, 365).Select(number => Scan(number, score: 50, failed: number))]).QuerySelector(".trend")!;

        Assert.Equal(60, trend.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("the last 60 of 365 scans", trend.TextContent, StringComparison.Ordinal);
        Assert.Contains("306 → 365", trend.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_scan_is_no_trend() => Assert.Null(Page(Scan(1, score: 50, failed: 8)).QuerySelector(".trend"));

    private static IDocument Page(params IReadOnlyList<CisScan> scans) => ParsedPage.Of(Support.Reports.Of(SampleFindings.Of("4.1")) with { Trend = scans }).Document;

    private static CisScan Scan(int number, double? score, int failed) => new()
    {
        ScanId = number,
        SavedAt = SampleFindings.Now.AddDays(number - 1),
        ObservedAt = SampleFindings.Now.AddDays(number - 1),
        AccountIds = ["111122223333"],
        Regions = ["us-east-1"],
        ControlIds = ["4.1"],
        FindingCount = failed,
        PassedCount = 0,
        FailedCount = failed,
        WarningCount = 0,
        NotAvailableCount = 0,
        SuppressedCount = 0,
        Score = score,
        NewCount = 0,
        ReopenedCount = 0,
        ResolvedCount = 0,
        ChangedCount = 0,
        ModuleVersion = "0.1.0",
    };
}
