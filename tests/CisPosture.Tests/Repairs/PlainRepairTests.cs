namespace CisPosture.Tests.Repairs;

/// <summary>What holds for every repair, for those that ask nothing further than what is proved here.</summary>
public sealed class PlainRepairTests
{
    public static TheoryData<string, string> Repairs => new()
    {
        { "2.9", "Repair-CisFlowLog @Live @Journals -Force" },
        { "2.3, 2.6", "Repair-CisTrailBucket @Live @Journals -Force -LogBucketName access-logs-111122223333" },
    };

    [Theory]
    [MemberData(nameof(Repairs))]
    public async Task Every_finding_passes_and_undo_brings_everything_back(string controls, string repair)
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var run = session.Succeed($"{Failed(controls)} | {repair}");

        Assert.NotEmpty(run.Findings);
        Assert.All(run.Findings, finding => Assert.True((finding.Status, finding.Repair!.Outcome) == ("Passed", "Changed"), $"{finding} {finding.Repair.Outcome} {finding.Repair.Reason}"));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Theory]
    [MemberData(nameof(Repairs))]
    public async Task A_second_run_finds_nothing_to_mend(string controls, string repair)
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Findings = {Failed(controls)}; $Findings | {repair}");
        var writes = session.Sandbox.Requests.Writes;

        var again = session.Succeed($"$Findings | {repair}");

        Assert.All(again.Findings, finding => Assert.Equal("AlreadyCompliant", finding.Repair!.Outcome));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Theory]
    [MemberData(nameof(Repairs))]
    public async Task WhatIf_only_reads(string controls, string repair)
    {
        await using var session = await RepairSession.StartAsync();

        var run = session.Succeed($"{Failed(controls)} | {repair} -WhatIf");

        Assert.All(run.Findings, finding => Assert.Equal("Planned", finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    private static string Failed(string controls) => $"Test-CisControl @Live -Id {controls} | Where-Object Status -eq Failed";
}
