using System.Management.Automation.Host;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.EndToEnd;

/// <summary>A sandbox account and a PowerShell session beside it, as a user has them.</summary>
internal sealed class SandboxSession : IAsyncDisposable
{
    private const string Connection = "-EndpointUrl $Endpoint -AccessKey test -SecretKey test";

    private readonly ModuleSession _module;

    private SandboxSession(SandboxServer sandbox, PSHost? host)
    {
        (Sandbox, _module) = (sandbox, ModuleSession.Open(host));
        _module.Runspace.SessionStateProxy.SetVariable("Endpoint", sandbox.Endpoint.ToString());
        _module.Runspace.SessionStateProxy.SetVariable("StoredAWSRegion", "us-east-1");
    }

    public SandboxServer Sandbox { get; }

    public static async Task<SandboxSession> StartAsync(SandboxOptions options, PSHost? host = null) => new(await SandboxServer.StartAsync(options), host);

    /// <summary>The session itself, for tests that follow a script while it runs.</summary>
    public ModuleSession Module => _module;

    /// <summary>Runs a cmdlet with the sandbox's address and keys added.</summary>
    public ModuleRun RunLive(string command) => _module.Run($"{command} {Connection}");

    public ModuleRun Run(string script, params object[] arguments) => _module.Run(script, arguments);

    public async ValueTask DisposeAsync()
    {
        _module.Dispose();
        await Sandbox.DisposeAsync();
    }
}
