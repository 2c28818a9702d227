using System.Management.Automation.Host;
using CisPosture.Sandbox;
using CisPosture.Tests.EndToEnd;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>A sandbox account, a PowerShell session beside it, and a folder for journals.</summary>
internal sealed class RepairSession : IAsyncDisposable
{
    private readonly SandboxSession _session;
    private readonly DirectoryInfo _journals = Directory.CreateTempSubdirectory("cisposture-journals-");

    private RepairSession(SandboxSession session)
    {
        _session = session;
        _session.Run("$global:Live = @{ EndpointUrl = $Endpoint; AccessKey = 'test'; SecretKey = 'test' }; $global:Journals = @{ JournalPath = $args[0] }", JournalPath);
    }

    public SandboxServer Sandbox => _session.Sandbox;

    public string JournalPath => _journals.FullName;

    public static async Task<RepairSession> StartAsync(string account = "neglected", params string[] deny) =>
        await StartAsync(new SandboxOptions { Account = account, Deny = deny });

    public static async Task<RepairSession> StartAsync(SandboxOptions options, PSHost? host = null) => new(await SandboxSession.StartAsync(options, host));

    /// <summary>The session itself, for tests that follow a script while it runs.</summary>
    public ModuleSession Module => _session.Module;

    /// <summary>Runs a script in which @Live reaches the account and @Journals names the folder.</summary>
    public ModuleRun Run(string script, params object[] arguments) => _session.Run(script, arguments);

    /// <summary>The script for a console of its own, which has neither the tables nor the variables of this session.</summary>
    public string AsConsole(string script) =>
        $"$Live = @{{ EndpointUrl = '{Sandbox.Endpoint}'; AccessKey = 'test'; SecretKey = 'test' }}; $Journals = @{{ JournalPath = '{JournalPath}' }}; {script}";

    /// <summary>Runs a script that must write no error.</summary>
    public ModuleRun Succeed(string script, params object[] arguments)
    {
        var run = Run(script, arguments);
        Assert.True(run.Failure is null && run.Errors.Count == 0, $"'{script}' failed: {run.Failure} {string.Join(" | ", run.Errors)}");
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _journals.Delete(recursive: true);
    }
}
