using CisPosture.Sandbox;
using CisPosture.Tests.Commands;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>PowerShell's own prompts, on the pipeline's thread, while the work waits.</summary>
public sealed class RepairPromptTests
{
    private const string Keys = "Test-CisControl @Live -Id '2.8' | Where-Object Status -eq Failed | Repair-CisKeyRotation @Live @Journals";

    [Fact]
    public async Task Each_step_is_asked_about_with_account_Region_ARN_and_what_changes()
    {
        var host = new RecordingHost { Chosen = _ => "Yes" };
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), host);

        var repair = session.Succeed(Keys);

        Assert.All(repair.Findings, finding => Assert.Equal("Changed", finding.Repair?.Outcome));
        Assert.All(repair.Findings, finding => Assert.Contains(
            $"\"Rotate the key once a year (kms:EnableKeyRotation): Enabled false → true\" on target \"account 111122223333 {finding.Region} {finding.ResourceId}\"", host.Screen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Yes_to_All_is_asked_once_for_the_whole_pipeline()
    {
        var asked = 0;
        var host = new RecordingHost { Chosen = _ => asked++ == 0 ? "Yes to All" : "asked twice" };
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), host);

        var repair = session.Succeed(Keys);

        Assert.True(repair.Findings.Count > 1);
        Assert.All(repair.Findings, finding => Assert.Equal("Changed", finding.Repair?.Outcome));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task No_skips_one_finding_and_sends_nothing_for_it()
    {
        var asked = 0;
        var host = new RecordingHost { Chosen = _ => asked++ == 0 ? "No" : "Yes" };
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), host);

        var repair = session.Succeed(Keys);

        Assert.Equal(RepairReasonCode.Declined, repair.Findings[0].Repair?.ReasonCode);
        Assert.All(repair.Findings.Skip(1), finding => Assert.Equal("Changed", finding.Repair?.Outcome));
        Assert.Equal(repair.Findings.Count - 1, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task No_to_All_sends_nothing()
    {
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), new RecordingHost { Chosen = _ => "No to All" });

        Assert.All(session.Succeed(Keys).Findings, finding => Assert.Equal(RepairReasonCode.Declined, finding.Repair?.ReasonCode));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Confirm_asks_even_with_Force()
    {
        var asked = 0;
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), new RecordingHost { Chosen = _ => (asked++ >= 0) ? "No to All" : string.Empty });

        session.Succeed($"{Keys} -Force -Confirm");

        Assert.True(asked > 0);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Force")]
    [InlineData("-WhatIf -Confirm:$false -Force")]
    public async Task WhatIf_shows_each_step_and_asks_nothing(string switches)
    {
        var host = new RecordingHost();
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), host);

        var repair = session.Succeed($"{Keys} {switches}");

        Assert.All(repair.Findings, finding => Assert.Contains($"What if: Performing the operation \"Rotate the key once a year (kms:EnableKeyRotation): Enabled false → true\" on target \"account 111122223333 {finding.Region} {finding.ResourceId}\"", host.Screen, StringComparison.Ordinal));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task WhatIfPreference_counts_as_WhatIf()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$WhatIfPreference = $true; {Keys} -Force");
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Where_nobody_is_there_to_ask_the_command_fails_and_nothing_is_sent()
    {
        await using var session = await RepairSession.StartAsync(new SandboxOptions(), new RecordingHost());

        var run = session.Run(Keys);

        Assert.Contains("Nobody is there to ask", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Findings);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Stopping_during_a_call_leaves_a_journal_that_tells_so_and_the_rest_is_not_sent()
    {
        var writing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task OnWrite(SandboxWrite write)
        {
            writing.TrySetResult();
            return held.Task;
        }

        await using var session = await RepairSession.StartAsync(new SandboxOptions { OnWrite = OnWrite });
        using var run = LiveRun.Start(session.Module, $"{Keys} -Force");
        await writing.Task.WaitAsync(LiveRun.Patience, TestContext.Current.CancellationToken);

        await run.Shell.StopAsync(callback: null, state: null).WaitAsync(LiveRun.Patience, TestContext.Current.CancellationToken);
        held.SetResult();

        var incomplete = Assert.IsType<CisRepair>(Assert.Single(session.Succeed("Get-CisRepair @Journals -Incomplete").Output).BaseObject);
        Assert.Equal("Interrupted", Assert.Single(incomplete.Steps).Outcome);
        Assert.Equal(1, session.Sandbox.Requests.Writes);
    }
}
