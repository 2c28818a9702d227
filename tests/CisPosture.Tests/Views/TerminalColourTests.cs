using System.Diagnostics;
using System.Text.RegularExpressions;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

/// <summary>The console on a terminal, which <c>script</c> of util-linux plays.</summary>
public sealed class TerminalColourTests
{
    private const string Terminal = "/usr/bin/script";
    private const string Coloured = "\u001b[1m\u001b[31mCritical\u001b[0m";

    [Theory]
    [InlineData("", true)]
    [InlineData("1", false)]
    public async Task A_terminal_shows_colours_unless_NO_COLOR_asks_for_none(string noColor, bool isColoured)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Terminal), $"There is no {Terminal} to play a terminal: install util-linux (bsdutils).");

        var screen = await OnTerminalAsync("Get-CisControl 1.1", noColor);

        Assert.Contains("Critical", screen, StringComparison.Ordinal);
        Assert.Equal(isColoured, screen.Contains(Coloured, StringComparison.Ordinal));
        Assert.Equal(isColoured, Regex.IsMatch(screen, "\u001b\\[[0-9;]*m", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_file_gets_no_colours()
    {
        var run = await ConsoleRun.OfAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["TERM"] = "xterm" }, "-Command", "Get-CisControl 1.1");

        Assert.Contains("Critical", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    private static async Task<string> OnTerminalAsync(string command, string noColor)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(Terminal, ["--quiet", "--return", "--command", $"'{host}' '{BuiltModule.ConsoleAssembly}' -Command '{command}'", "/dev/null"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        (start.Environment["TERM"], start.Environment["COLUMNS"], start.Environment["NO_COLOR"]) = ("xterm", "80", noColor);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var token = TestContext.Current.CancellationToken;
            var screen = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            Assert.True(process.ExitCode == 0, $"The console ended with code {process.ExitCode}: {screen}");
            return screen;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
