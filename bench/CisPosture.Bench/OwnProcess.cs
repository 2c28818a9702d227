using System.Diagnostics;
using System.Text.Json;

namespace CisPosture.Bench;

/// <summary>Runs a measurement in a new process, for what only the first time in a process tells.</summary>
internal static class OwnProcess
{
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="arguments">The command and its arguments; it prints its result as JSON.</param>
    public static async Task<T> RunAsync<T>(CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output)!
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with code {process.ExitCode}: {output}");
    }
}
