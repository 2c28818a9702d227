using System.Diagnostics;
using CisPosture.Sandbox;

namespace CisPosture.Tests.Isolation;

/// <summary>A real background job, which the bare engine does not have.</summary>
public sealed class JobTests
{
    private const string Shell = "pwsh";

    [Fact]
    public async Task Findings_of_a_job_are_those_of_the_session_and_can_be_measured()
    {
        Assert.SkipUnless(IsInstalled(), "pwsh is not on the path: Start-Job was not tried. A child process with serialized findings is tried in CoexistenceTests.");
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        var import = ForeignModules.ImportModule;
        var scan = $"Test-CisControl -EndpointUrl {sandbox.Endpoint} -AccessKey test -SecretKey test -Region us-east-1";

        var lines = await RunAsync($$"""
            {{import}}
            $job = Start-Job { {{import}}; {{scan}} } | Receive-Job -Wait -AutoRemoveJob
            $live = {{scan}}
            "$($job.Count -gt 0) $((Compare-Object $live.FindingId $job.FindingId -SyncWindow 0).Count)"
            (Measure-CisFinding -InputObject $job).Text -ceq (Measure-CisFinding -InputObject $live).Text
            """);

        Assert.Equal(["True 0", "True"], lines);
    }

    private static bool IsInstalled() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Shell)) || File.Exists(Path.Combine(folder, Shell + ".exe")));

    private static async Task<IReadOnlyList<string>> RunAsync(string script)
    {
        var start = new ProcessStartInfo(Shell, ["-NoProfile", "-NonInteractive", "-Command", script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var token = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        Assert.True(process.ExitCode == 0, $"pwsh ended with code {process.ExitCode}: {await errors}");
        return [.. (await output).ReplaceLineEndings("\n").Trim().Split('\n')];
    }
}
