using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CisPosture.Sandbox;

namespace CisPosture.Bench;

/// <summary>A PowerShell session with the module imported, and an account to scan in it.</summary>
internal sealed class ScanSession : IAsyncDisposable
{
    private const string Scan = "Test-CisControl -EndpointUrl $args[0] -AccessKey test -SecretKey test -ErrorAction Stop";

    private readonly Runspace _runspace;

    private ScanSession(SandboxServer sandbox)
    {
        Sandbox = sandbox;
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.Open();
        Invoke("Import-Module -Name $args[0] -ErrorAction Stop", Modules.CisPosture);
    }

    public SandboxServer Sandbox { get; }

    public static async Task<ScanSession> StartAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        new(await SandboxServer.StartAsync(options, cancellationToken));

    /// <summary>Scans the whole account.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan Run()
    {
        var watch = Stopwatch.StartNew();
        var findings = Invoke(Scan, Sandbox.Endpoint.ToString());
        var time = watch.Elapsed;
        return findings > 0 ? time : throw new InvalidOperationException("The scan found nothing to measure.");
    }

    public async ValueTask DisposeAsync()
    {
        _runspace.Dispose();
        await Sandbox.DisposeAsync();
    }

    private int Invoke(string script, string argument)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script).AddArgument(argument);
        var output = shell.Invoke();
        return !shell.HadErrors ? output.Count : throw new InvalidOperationException($"{script}: {shell.Streams.Error.FirstOrDefault()}");
    }
}
