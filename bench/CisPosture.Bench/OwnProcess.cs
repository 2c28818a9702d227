using System.Diagnostics;
using System.Text.Json;

namespace CisPosture.Bench;

/// <summary>Runs a measurement in a new process, for what only the first time in a process tells.</summary>
internal static class OwnProcess
{
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="arguments">The command and its arguments; it prints its result as JSON.</param>
    public static Task<T> RunAsync<T>(CancellationToken cancellationToken, params IReadOnlyList<string> arguments) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ? RunAsync<T>(Environment.ProcessPath!, [typeof(OwnProcess).Assembly.Location, .. arguments], cancellationToken)
            : RunAsync<T>(Environment.ProcessPath!, arguments, cancellationToken);

    /// <param name="program">A program that prints its result as JSON.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<T> RunAsync<T>(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true };
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
