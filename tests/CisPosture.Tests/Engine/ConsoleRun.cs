using System.Diagnostics;

namespace CisPosture.Tests.Engine;

/// <summary>What the console wrote as a process of its own, on a screen of 120 columns without colours.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the output without the spaces at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];

    /// <summary>The output between its first and last line of text.</summary>
    public string Text => string.Join("\n", Lines).Trim('\n');

    public static Task<ConsoleRun> OfAsync(params string[] arguments) => OfAsync(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <param name="environment">What the user has set.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<ConsoleRun> OfAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var end = await FinishedProcess.OfAsync(StartOf(environment, arguments));
        return new ConsoleRun(end.ExitCode, end.Output, end.Errors);
    }

    /// <summary>How a console with these arguments is started, for tests that follow it while it runs.</summary>
    public static ProcessStartInfo StartOf(params string[] arguments) => StartOf(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    // What this process has set lets nothing out, see NetworkWall; it is handed on.
    private static ProcessStartInfo StartOf(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [BuiltModule.ConsoleAssembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COLUMNS"] = "120";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
