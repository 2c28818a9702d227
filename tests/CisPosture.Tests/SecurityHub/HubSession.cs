using System.Text.Json.Nodes;
using CisPosture.Sandbox;
using CisPosture.Tests.EndToEnd;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.SecurityHub;

/// <summary>A sandbox account and a PowerShell session in which @Live reaches it, with a short way to what its hub has.</summary>
internal sealed class HubSession : IAsyncDisposable
{
    private readonly SandboxSession _session;

    private HubSession(SandboxSession session)
    {
        _session = session;
        _session.Run("$global:Live = @{ EndpointUrl = $Endpoint; AccessKey = 'test'; SecretKey = 'test' }");
    }

    public SandboxServer Sandbox => _session.Sandbox;

    public static Task<HubSession> StartAsync(string account = "neglected", params string[] deny) => StartAsync(new SandboxOptions { Account = account, Deny = deny });

    public static async Task<HubSession> StartAsync(SandboxOptions options) => new(await SandboxSession.StartAsync(options));

    public ModuleRun Run(string script, params object[] arguments) => _session.Run(script, arguments);

    /// <summary>Runs a script that must write no error.</summary>
    public ModuleRun Succeed(string script, params object[] arguments)
    {
        var run = Run(script, arguments);
        Assert.True(run.Failure is null && run.Errors.Count == 0, $"'{script}' failed: {run.Failure} {string.Join(" | ", run.Errors)}");
        return run;
    }

    /// <summary>What this module has put into the hub of a Region, in the order of names.</summary>
    public IReadOnlyList<JsonObject> Published(string region = "us-east-1") => Sandbox.Account.Locked(() => Sandbox.Account.Regions[region].SecurityHub.Findings
        .Select(finding => finding.Document)
        .Where(document => document["Id"]!.ToString().StartsWith("cisposture/", StringComparison.Ordinal))
        .OrderBy(document => document["Id"]!.ToString(), StringComparer.Ordinal)
        .Select(document => document.DeepClone().AsObject())
        .ToArray());

    /// <summary>Says something of a published finding, as a person does in the console.</summary>
    public void Say(string region, string controlId, string workflow, string? note = null, string by = "somebody@example.com") => Sandbox.Account.Change(account =>
    {
        var finding = account.Regions[region].SecurityHub.Findings.Single(finding => finding.Document["Id"]!.ToString().StartsWith($"cisposture/cis-1.2.0/{controlId}/", StringComparison.Ordinal));
        finding.Document["Workflow"] = new JsonObject { ["Status"] = workflow };
        if (note is not null) finding.Document["Note"] = new JsonObject { ["Text"] = note, ["UpdatedBy"] = by, ["UpdatedAt"] = "2026-01-01T00:00:00.000Z" };
    });

    public async ValueTask DisposeAsync()
    {
        var faults = Sandbox.Faults;
        await _session.DisposeAsync();
        Assert.Empty(faults);
    }
}
