using CisPosture.Browser.Tests.Support;

namespace CisPosture.Browser.Tests;

/// <summary>Light and dark, measured in what the browser has computed.</summary>
public sealed class ColourTests(Chromium chromium, EnterpriseReport report)
{
    // Every element that holds text of its own: its colour beside that of what lies behind it, as relative luminances by WCAG 2.
    private const string Contrasts = """
        (() => {
          const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
          const paint = (colors) => {
            pen.clearRect(0, 0, 1, 1);
            for (const color of colors) { pen.fillStyle = color; pen.fillRect(0, 0, 1, 1); }
            return [...pen.getImageData(0, 0, 1, 1).data];
          };
          const luminance = (color) => color.slice(0, 3).map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
            .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
          const behind = (element) => {
            const grounds = [];
            for (let each = element; each !== null; each = each.parentElement) { grounds.unshift(getComputedStyle(each).backgroundColor); }
            return grounds;
          };
          return [...document.querySelectorAll("body *")]
            .filter((element) => !element.closest("svg") && element.checkVisibility() && !element.matches(":disabled") && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
            .map((element) => {
              const grounds = behind(element);
              const ground = luminance(paint(grounds));
              const ink = luminance(paint([...grounds, getComputedStyle(element).color]));
              const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
              return { ratio, what: `${element.localName}.${element.className} '${element.textContent.trim().slice(0, 30)}' has ${ratio.toFixed(2)}` };
            })
            .filter((element) => element.ratio < 4.5).map((element) => element.what);
        })()
        """;

    private const string Ground = "getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((sum, value) => sum + value, 0)";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_text_stands_out_from_its_ground(bool isDark)
    {
        await using var tab = await chromium.OpenAsync(report.Path, Screen.Desktop with { IsDark = isDark });
        await tab.AskAsync<bool>("(document.querySelectorAll('tr.finding .open')[0].click(), document.querySelector('[name=severity]').click(), true)");

        Assert.Empty(await tab.AskAsync<string[]>(Contrasts));
    }

    [Fact]
    public async Task The_page_is_light_or_dark_as_the_system_is()
    {
        await using var light = await chromium.OpenAsync(report.Path);
        await using var dark = await chromium.OpenAsync(report.Path, Screen.Desktop with { IsDark = true });

        Assert.True(await light.AskAsync<double>(Ground) > 690, "The ground should be nearly white.");
        Assert.True(await dark.AskAsync<double>(Ground) < 120, "The ground should be nearly black.");
    }
}
