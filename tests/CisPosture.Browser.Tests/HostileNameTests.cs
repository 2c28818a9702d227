using CisPosture.Browser.Tests.Support;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using CisPosture.Tests.Engine;

namespace CisPosture.Browser.Tests;

/// <summary>Names that somebody gave a resource in order to do something to whoever reads a report of it.</summary>
public sealed class HostileNameTests(Chromium chromium) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task They_are_shown_as_they_are_and_do_nothing_whatever_is_opened()
    {
        var findings = NastyFindings.Texts.Where(text => text.Length > 0).Select((text, number) => Finding(text, number)).ToArray();
        var path = Path.Combine(_folder.FullName, "hostile.html");
        using (var session = ModuleSession.Open())
        {
            var run = session.Run("$args[0] | Export-CisReport $args[1] -Title $args[2]", findings, path, NastyFindings.Texts[0]);
            Assert.True(run.Failure is null, $"{run.Failure}");
        }

        await using var tab = await chromium.OpenAsync(path);
        await tab.AskAsync<bool>("([...document.querySelectorAll('tr.finding .open')].forEach((button) => button.click()), true)");
        Assert.Equal(findings.Length, await tab.AskAsync<int>("document.querySelectorAll('tr.detail').length"));
        Assert.Equal(NastyFindings.Texts[0], await tab.AskAsync<string>("document.querySelector('h1').textContent"));
        Assert.Contains(NastyFindings.Texts[1], (await tab.RowsAsync()).Select(row => row.Resource));
        Assert.Equal(0, await tab.AskAsync<int>("document.querySelectorAll('img, iframe, object, main script').length"));
        foreach (var sort in new[] { "resource", "finding", "region" })
        {
            await tab.ClickAsync($"th.c-{sort} button");
        }

        await tab.TypeAsync("<img src=x");
        await tab.ShowsAsync($"1 of {findings.Length} findings");
        await tab.Page.HoverAsync("tr.finding");
        await tab.Page.PdfDataAsync();

        Assert.Empty(tab.Complaints);
        Assert.Equal([new Uri(path).AbsoluteUri], tab.Requests);
    }

    private static CisFinding Finding(string text, int number) => SampleFindings.Of("4.1", number % 3 == 0 ? "Warning" : "Failed", resourceId: text) with
    {
        Reason = text,
        Notes = [text],
        Guidance = text,
        RepairCommand = text,
        Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { [text] = text, ["List"] = new[] { text, text } },
        Suppression = number % 4 == 0 ? new CisSuppression { Reason = text, Owner = text, Expires = "2026-12-31", Path = text, Line = number } : null,
    };
}
