namespace CisPosture.Tests.Repairs;

/// <summary>The neglected account from the first finding to the last, and back.</summary>
public sealed class WholeAccountRepairTests
{
    private const string Choices = $"$global:Choices = {WholeAccount.Parameters}; $Choices.ReplacementPolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'";

    private static readonly string[] Repaired =
    [
        "1.1", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11", "1.16", "1.20", "1.22", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9",
        "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "4.1", "4.2", "4.3",
    ];

    private static readonly string[] Manual = ["1.2", "1.12", "1.13", "1.14"];

    [Fact]
    public async Task WhatIf_shows_every_step_even_those_that_stand_on_others_and_sends_no_write()
    {
        await using var session = await StartAsync();

        var run = session.Succeed("Test-CisControl @Live | Where-Object Status -eq Failed | Repair-CisFinding @Live @Journals @Choices -Force -WhatIf");

        Assert.All(
            run.Findings.Where(finding => Repaired.Contains(finding.ControlId)),
            finding => Assert.True(finding.Repair!.Outcome == "Planned", $"{finding} {finding.Repair.Outcome} {finding.Repair.Reason}"));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
        Assert.Empty(Directory.GetFiles(session.JournalPath));
    }

    [Fact]
    public async Task Every_repairable_control_passes_the_manual_ones_keep_their_guidance_a_second_run_writes_nothing_and_undo_brings_the_account_back()
    {
        await using var session = await StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed("Test-CisControl @Live | Where-Object Status -eq Failed | Repair-CisFinding @Live @Journals @Choices -Force");
        session.Sandbox.Account.ConfirmSubscriptions("soc@example.com");
        AgeCredentialReport(session);
        var after = session.Succeed("Test-CisControl @Live");

        Assert.All(repair.Findings.Where(finding => Manual.Contains(finding.ControlId)), finding => Assert.Equal(("Skipped", "MANUAL"), (finding.Repair!.Outcome, finding.Repair.ReasonCode)));
        Assert.All(after.Findings.Where(finding => Repaired.Contains(finding.ControlId)), finding => Assert.True(
            finding.Status == "Passed", $"{finding} {string.Join(" | ", repair.Findings.Where(other => other.ControlId == finding.ControlId).Select(other => other.Repair!.Reason))}"));

        var writes = session.Sandbox.Requests.Writes;
        session.Succeed("Test-CisControl @Live | Where-Object Status -eq Failed | Repair-CisFinding @Live @Journals @Choices -Force");
        Assert.Equal(writes, session.Sandbox.Requests.Writes);

        var deleted = WholeAccount.DeletedPasswords(repair.Findings);
        Assert.NotEmpty(deleted);
        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");
        Assert.Equal(WholeAccount.WithoutPasswords(before, deleted), session.Sandbox.Account.Export());
    }

    // AWS makes another report only once the last one is four hours old.
    private static void AgeCredentialReport(RepairSession session) =>
        session.Sandbox.Account.Change(account => account.Iam.CredentialReport.GeneratedTime -= TimeSpan.FromHours(5));

    private static async Task<RepairSession> StartAsync()
    {
        var session = await RepairSession.StartAsync();
        session.Succeed(Choices);
        return session;
    }
}
