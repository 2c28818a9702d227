using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Program;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_tells_how_the_program_is_used()
    {
        var run = await ConsoleRun.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("cisposture demo", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("--nosuch", "'--nosuch' is not understood")]
    [InlineData("demo nosuch", "no demo account 'nosuch'")]
    [InlineData("-Command", "needs PowerShell text")]
    [InlineData("-File nosuch.ps1", "'nosuch.ps1' does not exist")]
    public async Task A_wrong_command_line_is_told_in_one_line(string commandLine, string problem)
    {
        var run = await ConsoleRun.OfAsync(commandLine.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(problem, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_writes_to_standard_output()
    {
        var run = await ConsoleRun.OfAsync("-Command", "(Get-CisControl).Count");

        Assert.Equal((0, "43", string.Empty), (run.ExitCode, run.Text, run.Errors));
    }

    [Fact]
    public async Task Exit_hands_its_code_on() => Assert.Equal(3, (await ConsoleRun.OfAsync("-Command", "exit 3")).ExitCode);

    [Fact]
    public async Task A_script_gets_its_arguments_and_hands_its_exit_code_on()
    {
        var script = Path.Combine(Path.GetTempPath(), $"it's-{Guid.NewGuid():N}.ps1");
        try
        {
            await File.WriteAllTextAsync(script, "param([string]$Name, [switch]$Loud, [int]$Code) \"$Name $Loud\"; exit $Code", TestContext.Current.CancellationToken);

            var run = await ConsoleRun.OfAsync("-File", script, "-Name", "o'brien; $x", "-Loud", "-Code", "4");

            Assert.Equal((4, "o'brien; $x True"), (run.ExitCode, run.Text));
        }
        finally
        {
            File.Delete(script);
        }
    }
}
