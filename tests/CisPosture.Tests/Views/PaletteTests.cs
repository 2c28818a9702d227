using System.Management.Automation;
using CisPosture.Tests.Engine;
using CisPosture.Views;

namespace CisPosture.Tests.Views;

/// <summary>$PSStyle is one for the process, so the tests that set it stand in one class, which runs them one by one.</summary>
public sealed class PaletteTests
{
    private static readonly ColouredHost Host = new();

    [Theory]
    [InlineData("Passed", "\u001b[32m")]
    [InlineData("Failed", "\u001b[31m")]
    [InlineData("Warning", "\u001b[33m")]
    [InlineData("NotAvailable", "\u001b[35m")]
    [InlineData("Unknown", "\u001b[35m")]
    [InlineData("New", "\u001b[31m")]
    [InlineData("Fixed", "\u001b[32m")]
    [InlineData("Incomplete", "\u001b[31m")]
    public void A_status_has_the_colour_of_PSStyle_and_stays_a_word(string status, string colour) =>
        Assert.Equal($"{colour}{status}\u001b[0m", Coloured().Status(status));

    [Theory]
    [InlineData("Skipped")]
    [InlineData("Suppressed")]
    public void What_calls_for_nothing_has_no_colour(string status) => Assert.Equal(status, Coloured().Status(status));

    [Fact]
    public void Only_severities_that_cannot_wait_stand_out()
    {
        Assert.Equal("\u001b[1m\u001b[31mCritical\u001b[0m", Coloured().Severity("Critical"));
        Assert.Equal("\u001b[1mHigh\u001b[0m", Coloured().Severity("High"));
        Assert.Equal("Medium", Coloured().Severity("Medium"));
        Assert.Equal("Low", Coloured().Severity("Low"));
    }

    [Fact]
    public void Output_that_goes_elsewhere_has_no_colours() => Assert.Null(Palette.Of(Host, isRedirected: true, noColor: null));

    [Fact]
    public void NO_COLOR_asks_for_no_colours_unless_it_is_empty()
    {
        Assert.Null(Palette.Of(Host, isRedirected: false, noColor: "1"));
        Assert.NotNull(Palette.Of(Host, isRedirected: false, noColor: string.Empty));
    }

    [Fact]
    public void PlainText_asks_for_no_colours()
    {
        var usual = PSStyle.Instance.OutputRendering;
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        try
        {
            Assert.Null(Palette.Of(Host, isRedirected: false, noColor: null));
        }
        finally
        {
            PSStyle.Instance.OutputRendering = usual;
        }
    }

    [Fact]
    public void A_host_that_shows_no_colours_gets_none()
    {
        Assert.Null(Palette.Of(host: null, isRedirected: false, noColor: null));
        Assert.Null(Palette.Of(new RecordingHost(), isRedirected: false, noColor: null));
    }

    private static Palette Coloured()
    {
        var palette = Palette.Of(Host, isRedirected: false, noColor: null);
        Assert.NotNull(palette);
        return palette;
    }
}
