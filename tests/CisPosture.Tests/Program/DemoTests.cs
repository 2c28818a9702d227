using System.Text.RegularExpressions;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Program;

public sealed class DemoTests
{
    [Fact]
    public async Task The_neglected_account_fails_every_control()
    {
        var run = await ConsoleRun.OfAsync("demo");
        var failed = run.Lines.Select(line => Regex.Match(line, @"^Failed +\w+ +(?<id>\d\.\d+) ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success)
            .Select(match => match.Groups["id"].Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Equal(BenchmarkCatalogue.Current.Controls.Select(control => control.Id).Order(StringComparer.Ordinal), failed.Order(StringComparer.Ordinal));
        Assert.Contains("43 controls: 0 passed, 43 failed, 0 unknown. Score 0 %.", run.Lines);
        Assert.DoesNotContain(run.Lines, line => line.Length > 120);
    }

    [Fact]
    public async Task The_exemplary_account_passes_every_control()
    {
        var run = await ConsoleRun.OfAsync("demo", "exemplary");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Contains("43 controls: 43 passed, 0 failed, 0 unknown. Score 100 %.", run.Lines);
    }
}
