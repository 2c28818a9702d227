using System.Diagnostics;

namespace CisPosture.Tests.Engine;

/// <summary>What a process wrote until its end.</summary>
internal sealed record FinishedProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a process to its end, with nothing to read; ends it with all that it started where the test is over before.</summary>
    /// <param name="start">How it is started, with its three streams redirected.</param>
    public static async Task<FinishedProcess> OfAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var token = TestContext.Current.CancellationToken;
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return new FinishedProcess(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
