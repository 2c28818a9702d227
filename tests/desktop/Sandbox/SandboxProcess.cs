using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using CisPosture.Collection;

namespace CisPosture.Desktop.Tests;

/// <summary>A sandbox account in a process of its own, since the sandbox is a program for a later framework.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _observer = new(new HttpClientHandler { UseProxy = false });

    private SandboxProcess(Process process, string endpoint) => (_process, Endpoint) = (process, endpoint);

    public string Endpoint { get; }

    /// <summary>Starts it on a port that the system chooses, and waits until it listens.</summary>
    public static async Task<SandboxProcess> StartAsync(string account)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", $"\"{Program}\" --port 0 --account {account}")
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        var endpoint = Regex.Match(line ?? string.Empty, "http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1));
        if (endpoint.Success)
        {
            return new SandboxProcess(process, endpoint.Value);
        }

        process.Kill();
        throw new InvalidOperationException($"The sandbox did not start but wrote: {line}. Build the solution, and run it by hand: dotnet {start.Arguments}");
    }

    /// <summary>How the account is reached.</summary>
    public ConnectionRequest Request => new() { AccessKey = "test", SecretKey = "test", Region = "us-east-1", EndpointUrl = Endpoint };

    /// <summary>All that the account holds, as text.</summary>
    public Task<string> ExportAsync() => _observer.GetStringAsync(new Uri(new Uri(Endpoint), "/_sandbox/account"));

    public async ValueTask DisposeAsync()
    {
        _observer.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await Task.Run(_process.WaitForExit);
        _process.Dispose();
    }

    private static string Program => typeof(SandboxProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Sandbox").Value!;
}
