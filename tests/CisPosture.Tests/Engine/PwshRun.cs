namespace CisPosture.Tests.Engine;

/// <summary>What a pwsh wrote as a process of its own.</summary>
internal sealed record PwshRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the output without the spaces at their ends and the empty ones around them.</summary>
    public IReadOnlyList<string> Lines => [.. Output.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd())];

    /// <summary>Runs a pwsh to its end. Skips the running test where there is none.</summary>
    /// <param name="arguments">What follows <c>pwsh -NoProfile -NonInteractive</c>.</param>
    public static Task<PwshRun> OfAsync(params string[] arguments) => OfAsync(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <inheritdoc cref="OfAsync(string[])"/>
    /// <param name="environment">What the user has set.</param>
    /// <param name="arguments">What follows <c>pwsh -NoProfile -NonInteractive</c>.</param>
    public static async Task<PwshRun> OfAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = Pwsh.StartOf(arguments);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var end = await FinishedProcess.OfAsync(start);
        return new PwshRun(end.ExitCode, end.Output, end.Errors);
    }

    /// <summary>The lines that a script writes with the built module imported; the script must end well.</summary>
    public static async Task<IReadOnlyList<string>> LinesOfAsync(string script)
    {
        var run = await OfAsync("-Command", $"$ErrorActionPreference = 'Stop'; Import-Module '{BuiltModule.Manifest.Replace("'", "''", StringComparison.Ordinal)}'\n{script}");
        Assert.True(run.ExitCode == 0, $"pwsh ended with code {run.ExitCode}: {run.Errors}{run.Output}");
        return run.Lines;
    }
}
