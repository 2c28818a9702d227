using System.Diagnostics;
using System.Text.Json;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>A PowerShell session in a process of its own, because load contexts belong to the process.</summary>
internal static class SessionProcess
{
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs lines one after another, as if typed, in a session that knows nothing of its user.</summary>
    public static async Task<IReadOnlyList<SessionAnswer>> RunAsync(IEnumerable<string> lines, string home, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartIn(home))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(lines).AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, $"The session ended with code {process.ExitCode}: {await errors}");
            return JsonSerializer.Deserialize<IReadOnlyList<SessionAnswer>>(await output)!;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo StartIn(string home)
    {
        var start = new ProcessStartInfo(Dotnet, [BuiltModule.SessionHost])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = start.Environment["USERPROFILE"] = home;
        return start;
    }
}
