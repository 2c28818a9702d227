namespace CisPosture.Tests.Repairs;

public sealed class FlowLogRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id 2.9 | Where-Object Status -eq Failed";
    private const string Repair = "Repair-CisFlowLog @Live @Journals -Force";

    [Fact]
    public async Task Every_finding_passes_and_undo_brings_everything_back()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair}");

        Assert.NotEmpty(repair.Findings);
        Assert.All(repair.Findings, finding => Assert.True((finding.Status, finding.Repair!.Outcome) == ("Passed", "Changed"), $"{finding} {finding.Repair.Outcome} {finding.Repair.Reason}"));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_second_run_finds_nothing_to_mend()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Findings = {Failed}; $Findings | {Repair}");
        var writes = session.Sandbox.Requests.Writes;

        var again = session.Succeed($"$Findings | {Repair}");

        Assert.All(again.Findings, finding => Assert.Equal("AlreadyCompliant", finding.Repair!.Outcome));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task WhatIf_only_reads()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair} -WhatIf");

        Assert.All(repair.Findings, finding => Assert.Equal("Planned", finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }
}
