using System.Globalization;
using CisPosture.Browser.Tests.Support;
using PuppeteerSharp;

namespace CisPosture.Browser.Tests;

/// <summary>The report printed, and read back from the PDF.</summary>
public sealed class PaperTests(Chromium chromium, EnterpriseReport report)
{
    [Fact]
    public async Task Printed_it_says_what_matters_on_A4_and_can_be_read()
    {
        await using var tab = await chromium.OpenAsync(report.Path, Screen.Desktop with { IsDark = true });
        await tab.ClickAsync("[name=severity][value=Low]");
        var path = Outputs.Path("enterprise.pdf");
        await tab.Page.PdfAsync(path, new PdfOptions { PreferCSSPageSize = true });
        await Poppler.PictureAsync(path, page: 1);
        await Poppler.PictureAsync(path, page: 2);
        var pages = await Poppler.PagesAsync(path);
        var text = string.Join('\n', pages);
        var summary = CisSummary.Of(report.Findings);
        var failed = report.Findings.Where(finding => finding.Status == "Failed").ToList();

        Assert.InRange(pages.Count, 5, 60);
        Assert.Contains(summary.Score!.Value.ToString("0.#", CultureInfo.InvariantCulture), pages[0], StringComparison.Ordinal);
        Assert.All(["Score", "By severity", "By section", "Every control", "Identity and Access Management", "Logging", "Monitoring", "Networking"], heading => Assert.Contains(heading, pages[0], StringComparison.Ordinal));
        Assert.Contains("Trend", text, StringComparison.Ordinal);
        Assert.All(failed.Select(finding => finding.ControlId).Distinct(), id => Assert.Contains(Joined(failed.First(finding => finding.ControlId == id).Title), Joined(text), StringComparison.Ordinal));
        Assert.Contains(Name(failed[0].ResourceId), Joined(text), StringComparison.Ordinal);
        Assert.DoesNotContain("Sort by", text, StringComparison.Ordinal);
        Assert.Contains($"1 / {pages.Count}", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_scripts_are_off_the_page_lists_what_failed_instead_of_an_empty_list()
    {
        await using var tab = await chromium.OpenAsync(report.Path, Screen.Desktop with { RunsScripts = false });
        var path = Outputs.Path("no-scripts.pdf");
        await tab.Page.ScreenshotAsync(Outputs.Path("no-scripts.png"), new ScreenshotOptions { FullPage = false });
        await tab.Page.PdfAsync(path, new PdfOptions { PreferCSSPageSize = true, PageRanges = "1-3" });
        var text = string.Join('\n', await Poppler.PagesAsync(path));

        Assert.Contains("Scripts are off", text, StringComparison.Ordinal);
        Assert.Contains("Failed", text, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    // Lines of a PDF end where the paper did.
    private static string Joined(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Name(string resourceId) => resourceId[(resourceId.LastIndexOf('/') + 1)..];
}
