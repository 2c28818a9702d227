using System.Collections.Concurrent;
using System.Text.Json;
using PuppeteerSharp;

namespace CisPosture.Browser.Tests.Support;

/// <summary>A report in a tab, with everything that the browser has complained of and was asked for.</summary>
public sealed class ReportTab : IAsyncDisposable
{
    /// <summary>Milliseconds after which a browser that does not answer has failed, however busy the machine.</summary>
    public const int Patience = 120_000;

    // When the page said that it is ready, and when the screen showed it.
    private const string Watch = """
        window.report = { ready: null, painted: null };
        new MutationObserver((_, observer) => {
          if (document.documentElement?.dataset.ready === "true") {
            observer.disconnect();
            window.report.ready = performance.now();
            requestAnimationFrame(() => setTimeout(() => { window.report.painted = performance.now(); }));
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
        """;

    private const string ReadRows = """
        [...document.querySelectorAll(".list tr.finding")].map((row) => [
          row.querySelector(".c-status").innerText, row.querySelector(".c-severity").innerText, row.querySelector(".c-control").textContent,
          row.querySelector(".c-resource bdi").textContent, row.querySelector(".c-finding .clamp").firstChild?.textContent ?? "", row.querySelector(".c-region").innerText])
        """;

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private ReportTab(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors and warnings on the console, exceptions of scripts, dialogs and windows that opened.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The addresses that were asked for, without what stands in the page itself.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The rows in the list, as they are shown.</summary>
    public async Task<IReadOnlyList<ShownRow>> RowsAsync() =>
        [.. (await AskAsync<string[][]>(ReadRows)).Select(cells => new ShownRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))];

    public Task<T> AskAsync<T>(string expression) => Page.EvaluateExpressionAsync<T>(expression);

    /// <summary>The seconds that the page's thread has been at work, which other work on the machine does not lengthen.</summary>
    public async Task<double> WorkAsync()
    {
        var metrics = await Page.Client.SendAsync<JsonElement>("Performance.getMetrics");
        return metrics.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    public Task ClickAsync(string selector) => Page.ClickAsync(selector);

    /// <summary>Waits until the line above the list begins with a text.</summary>
    public async Task ShowsAsync(string text)
    {
        try
        {
            await Page.WaitForFunctionAsync("text => document.querySelector('.shown').textContent.startsWith(text)", new WaitForFunctionOptions { Timeout = 60_000 }, text);
        }
        catch (WaitTaskTimeoutException)
        {
            Assert.Fail($"The page should say '{text}', but says '{await AskAsync<string>("document.querySelector('.shown').textContent")}'.");
        }
    }

    public async Task TypeAsync(string text)
    {
        await Page.FocusAsync("[name=text]");
        await Page.Keyboard.TypeAsync(text);
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    internal static async Task<ReportTab> OpenAsync(IBrowser browser, string path, Screen screen)
    {
        // A tab behind another one draws nothing.
        var page = await browser.NewPageAsync(new CreatePageOptions { Type = CreatePageType.Window });
        page.DefaultTimeout = page.DefaultNavigationTimeout = Patience;
        var tab = new ReportTab(page);
        tab.Listen();
        await page.Client.SendAsync("Performance.disable");
        await page.Client.SendAsync("Performance.enable", new { timeDomain = "threadTicks" });
        await page.SetViewportAsync(new ViewPortOptions { Width = screen.Width, Height = screen.Height, IsMobile = screen.IsPhone, HasTouch = screen.IsPhone, DeviceScaleFactor = screen.IsPhone ? 2 : 1 });
        await page.EmulateMediaFeaturesAsync(
        [
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = screen.IsDark ? "dark" : "light" },
            // What is clicked must not be gliding.
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" },
        ]);
        await page.SetJavaScriptEnabledAsync(screen.RunsScripts);
        await page.EvaluateExpressionOnNewDocumentAsync(Watch);
        await page.GoToAsync(new Uri(path).AbsoluteUri, WaitUntilNavigation.Load);
        if (screen.RunsScripts)
        {
            await page.WaitForFunctionAsync("() => window.report.painted !== null");
        }

        return tab;
    }

    private void Listen()
    {
        Page.Console += (_, told) =>
        {
            if (told.Message.Type is ConsoleType.Error or ConsoleType.Warning) _complaints.Enqueue($"{told.Message.Type}: {told.Message.Text}");
        };
        Page.PageError += (_, told) => _complaints.Enqueue($"exception: {told.Message}");
        Page.Error += (_, told) => _complaints.Enqueue($"crash: {told.Error}");
        Page.Popup += (_, told) => _complaints.Enqueue($"window: {told.PopupPage.Url}");
        Page.Dialog += async (_, told) =>
        {
            _complaints.Enqueue($"dialog: {told.Dialog.Message}");
            await told.Dialog.Dismiss();
        };
        Page.Request += (_, told) =>
        {
            if (!told.Request.Url.StartsWith("data:", StringComparison.Ordinal)) _requests.Enqueue(told.Request.Url);
        };
    }
}
