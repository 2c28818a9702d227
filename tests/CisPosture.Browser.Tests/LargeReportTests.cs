using System.Globalization;
using CisPosture.Browser.Tests.Support;

namespace CisPosture.Browser.Tests;

/// <summary>50,000 findings of the enterprise account in one page, as somebody works with them.</summary>
public sealed class LargeReportTests(Chromium chromium, EnterpriseReport report)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Desktop with { IsDark = true }, Screen.Phone, Screen.Phone with { Width = 320, Height = 568 }];

    private string Total => report.Findings.Count.ToString("N0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task It_opens_without_a_complaint_and_asks_for_nothing_but_itself()
    {
        await using var tab = await chromium.OpenAsync(report.Path);

        Assert.True(report.Findings.Count >= 50_000, $"There are only {report.Findings.Count} findings; make the account larger.");
        await tab.ShowsAsync($"{Total} findings · 1 – 50 shown");
        Assert.Empty(tab.Complaints);
        Assert.Equal([new Uri(report.Path).AbsoluteUri], tab.Requests);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_first_row_is_in_sight_and_nothing_lies_beside_the_screen(Screen screen)
    {
        await using var tab = await chromium.OpenAsync(report.Path, screen);
        await tab.Page.ScreenshotAsync(Outputs.Path($"top-{screen.Width}{(screen.IsDark ? "-dark" : "")}.png"));
        await tab.ClickAsync(".tile.failed");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.tile.failed').getAttribute('aria-pressed') === 'true'");
        await tab.AskAsync<bool>("(document.querySelector('tr.finding').scrollIntoView({ block: 'center' }), true)");

        var seen = await tab.AskAsync<string>("""
            (() => {
              const box = document.querySelector("tr.finding").getBoundingClientRect();
              const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return box.left < 0 || box.right > innerWidth ? `The row reaches from ${box.left} to ${box.right} of ${innerWidth}.` : hit?.closest("tr.finding") === null ? "Something covers the row." : "";
            })()
            """);
        var beside = await tab.AskAsync<string[]>($$"""
            [...document.querySelectorAll("body *")].filter((element) => element.closest(".scroll, svg") === null && element.getBoundingClientRect().right > {{screen.Width}} + 1)
              .map((element) => `${element.localName}.${element.className} ends at ${element.getBoundingClientRect().right} of {{screen.Width}}`)
            """);
        Assert.Equal("", seen);
        Assert.Empty(beside);
        Assert.Equal(screen.Width, await tab.AskAsync<int>("document.documentElement.scrollWidth"));
        await tab.Page.ScreenshotAsync(Outputs.Path($"findings-{screen.Width}{(screen.IsDark ? "-dark" : "")}.png"));
    }

    [Fact]
    public async Task Severities_and_words_narrow_the_list_to_what_has_them_and_no_filter_shows_all_again()
    {
        await using var tab = await chromium.OpenAsync(report.Path);
        var critical = report.Findings.Count(finding => finding.Severity == "Critical");
        var serious = report.Findings.Where(finding => finding.Severity is "Critical" or "High").ToList();
        var words = serious.Where(finding => Says(finding, "eu-west-1") && Says(finding, "port 22")).ToList();

        await tab.ClickAsync("[name=severity][value=Critical]");
        await tab.ShowsAsync(Shown(critical));
        Assert.All(await tab.RowsAsync(), row => Assert.Equal("Critical", row.Severity));
        await tab.ClickAsync("[name=severity][value=High]");
        await tab.ShowsAsync(Shown(serious.Count));
        await tab.TypeAsync("EU-west-1 22");
        var both = serious.Where(finding => Says(finding, "eu-west-1") && Says(finding, "22")).ToList();
        Assert.InRange(both.Count, 1, serious.Count - 1);
        Assert.NotEmpty(words);
        await tab.ShowsAsync(Shown(both.Count));
        Assert.Equal(both.Count(finding => finding.Status == "Failed"), await ChipAsync(tab, "status", "0"));
        await tab.ClickAsync("[type=reset]");
        await tab.ShowsAsync($"{Total} findings");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task One_resource_among_all_is_found_by_its_name()
    {
        await using var tab = await chromium.OpenAsync(report.Path);
        var sought = report.Findings.Last(finding => finding.ControlId == "4.2" && finding.Status == "Failed");
        var name = sought.ResourceId[(sought.ResourceId.LastIndexOf('/') + 1)..];

        await tab.TypeAsync(name);
        await tab.ShowsAsync(Shown(report.Findings.Count(finding => Says(finding, name))));
        Assert.Contains(await tab.RowsAsync(), row => (row.ControlId, row.Status.Trim(), row.Reason) == ("4.2", "Failed", sought.Reason));
        await tab.TypeAsync(" no such thing");
        await tab.ShowsAsync($"0 of {Total} findings");
        Assert.True(await tab.AskAsync<bool>("!document.querySelector('.none').hidden && document.querySelector('.none').offsetHeight > 0"), "The page should say that nothing matches.");
    }

    [Fact]
    public async Task Columns_sort_up_and_down_and_controls_by_number()
    {
        await using var tab = await chromium.OpenAsync(report.Path);
        await tab.ClickAsync("th.c-control button");
        Assert.Equal("1.1", (await tab.RowsAsync())[0].ControlId);
        await tab.ClickAsync("[name=severity][value=Medium]");
        await tab.ClickAsync("th.c-control button");
        Assert.Equal("descending", await tab.AskAsync<string>("document.querySelector('th.c-control').getAttribute('aria-sort')"));
        Assert.Equal(
            report.Findings.Where(finding => finding.Severity == "Medium").Select(finding => finding.ControlId).OrderByDescending(id => Version.Parse(id)).Take(50),
            (await tab.RowsAsync()).Select(row => row.ControlId));
        await tab.ClickAsync("[type=reset]");
        await tab.ClickAsync("th.c-severity button");
        Assert.All(await tab.RowsAsync(), row => Assert.Equal("Critical", row.Severity));
        await tab.ClickAsync("th.c-severity button");
        Assert.All(await tab.RowsAsync(), row => Assert.Equal("Low", row.Severity));
    }

    [Fact]
    public async Task Pages_lead_to_the_last_finding()
    {
        await using var tab = await chromium.OpenAsync(report.Path);
        await tab.ClickAsync("[data-page=last]");
        var from = (report.Findings.Count - 1) / 50 * 50;
        await tab.ShowsAsync($"{Total} findings · {(from + 1).ToString("N0", CultureInfo.InvariantCulture)} – {Total} shown");
        Assert.Equal(report.Findings.Count - from, (await tab.RowsAsync()).Count);
        Assert.True(await tab.AskAsync<bool>("document.querySelector('[data-page=next]').disabled"), "There should be no page after the last.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_opens_with_its_evidence_and_what_to_do(bool isPhone)
    {
        await using var tab = await chromium.OpenAsync(report.Path, isPhone ? Screen.Phone : Screen.Desktop);
        await tab.AskAsync<bool>("(document.querySelector('tr.finding .open').click(), true)");
        var row = (await tab.RowsAsync())[0];
        var finding = report.Findings.First(finding => finding.ControlId == row.ControlId && finding.Status == row.Status.Trim() && finding.Reason == row.Reason);
        var told = await tab.AskAsync<string>("document.querySelector('tr.detail').innerText");

        Assert.Contains(finding.Guidance, told, StringComparison.Ordinal);
        Assert.Contains(finding.ResourceId, told, StringComparison.Ordinal);
        Assert.All(finding.Evidence.Keys, name => Assert.Contains(name, told, StringComparison.Ordinal));
        Assert.Equal("true", await tab.AskAsync<string>("document.querySelector('tr.finding .open').getAttribute('aria-expanded')"));
        await tab.AskAsync<bool>("(document.querySelector('tr.finding').scrollIntoView(), true)");
        await tab.Page.ScreenshotAsync(Outputs.Path($"details-{tab.Page.Viewport.Width}.png"));
        await tab.AskAsync<bool>("(document.querySelector('tr.finding .open').click(), true)");
        Assert.Equal(0, await tab.AskAsync<int>("document.querySelectorAll('tr.detail').length"));
    }

    [Fact]
    public async Task Everything_can_be_reached_and_done_with_keys_and_the_place_is_seen()
    {
        await using var tab = await chromium.OpenAsync(report.Path);
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#findings", await tab.AskAsync<string>("document.activeElement.getAttribute('href')"));
        await tab.Page.Keyboard.PressAsync("Enter");

        var passed = new List<string>();
        for (var press = 0; press < 40 && passed.LastOrDefault() != "open"; press++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            passed.Add(await tab.AskAsync<string>("document.activeElement.name || document.activeElement.closest('th')?.dataset.column || document.activeElement.className || document.activeElement.localName"));
            Assert.True(await tab.AskAsync<bool>("""
                (() => {
                  const mark = getComputedStyle(document.activeElement.closest(".chip") ?? document.activeElement);
                  return mark.outlineStyle !== "none" && parseFloat(mark.outlineWidth) >= 1;
                })()
                """), $"Who comes to '{passed[^1]}' with Tab should see it.");
        }

        Assert.Equal(
            ["text", "section", "region", .. Enumerable.Repeat("status", 5), .. Enumerable.Repeat("severity", 4), "status", "severity", "control", "resource", "finding", "region", "open"], passed);
        await tab.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await tab.AskAsync<int>("document.querySelectorAll('tr.detail').length"));
        await tab.Page.Keyboard.PressAsync("Space");
        Assert.Equal(0, await tab.AskAsync<int>("document.querySelectorAll('tr.detail').length"));
    }

    private static Task<int> ChipAsync(ReportTab tab, string name, string value) =>
        tab.AskAsync<int>($"Number(document.querySelector('[name={name}][value=\"{value}\"]').parentElement.querySelector('output').textContent.replaceAll(',', ''))");

    private static bool Says(CisFinding finding, string word) => new[] { finding.ControlId, finding.Title, finding.ResourceId, finding.ResourceType, finding.Reason, finding.AccountId, finding.Region }
        .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private string Shown(int count) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} of {Total} findings";
}
