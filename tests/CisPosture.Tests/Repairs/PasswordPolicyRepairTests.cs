namespace CisPosture.Tests.Repairs;

public sealed class PasswordPolicyRepairTests
{
    private const string Controls = "'1.5', '1.6', '1.7', '1.8', '1.9', '1.10', '1.11'";

    [Fact]
    public async Task One_call_mends_all_seven_controls_and_undo_brings_the_policy_back()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"Test-CisControl @Live -Id {Controls} | Repair-CisPasswordPolicy @Live @Journals -Force");

        Assert.Equal(7, repair.Findings.Count);
        Assert.All(repair.Findings, finding => Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(1, session.Sandbox.Requests.Writes);

        var undo = session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal("Undone", Assert.IsType<CisRepair>(Assert.Single(undo.Output).BaseObject).Status);
        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task WhatIf_beats_Force_shows_the_step_and_only_reads()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"Test-CisControl @Live -Id {Controls} | Repair-CisPasswordPolicy @Live @Journals -WhatIf -Force");

        Assert.All(repair.Findings, finding => Assert.Equal(("Failed", "Planned"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
        Assert.Empty(Directory.GetFiles(session.JournalPath));
    }
}
