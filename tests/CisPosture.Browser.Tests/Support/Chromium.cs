using CisPosture.Machine;
using CisPosture.Wall;
using PuppeteerSharp;

[assembly: AssemblyFixture(typeof(CisPosture.Browser.Tests.Support.Chromium))]

namespace CisPosture.Browser.Tests.Support;

/// <summary>A headless Chromium that all tests share, each with a tab of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Absent = "Chromium is not on the PATH; install it (Debian: apt-get install chromium) to see reports as a browser shows them.";

    private static readonly string? Program = Programs.Find("chromium", "chromium-browser", "google-chrome");

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("cisposture-chromium-");
    private IBrowser? _browser;

    public static bool IsInstalled => Program is not null;

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;
        _browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = Program,
            UserDataDir = _profile.FullName,
            Timeout = ReportTab.Patience,
            ProtocolTimeout = ReportTab.Patience,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // What the page would ask for ends at the wall, even if it were on this machine.
                $"--proxy-server={NetworkWall.Address}", "--proxy-bypass-list=<-loopback>",
            ],
        });
    }

    /// <summary>Opens a report in a tab of its own and waits until its findings are listed; skips the test where there is no Chromium.</summary>
    public async Task<ReportTab> OpenAsync(string path, Screen? screen = null)
    {
        if (!IsInstalled) Assert.Skip(Absent);
        return await ReportTab.OpenAsync(_browser!, path, screen ?? Screen.Desktop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _profile.Delete(recursive: true);
    }
}
