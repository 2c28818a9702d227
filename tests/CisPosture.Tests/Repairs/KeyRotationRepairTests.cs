namespace CisPosture.Tests.Repairs;

public sealed class KeyRotationRepairTests
{
    private const string Scan = "Test-CisControl @Live -Id '2.8'";

    [Fact]
    public async Task Failed_keys_are_rotated_and_undo_stops_their_rotation_again()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Scan} | Where-Object Status -eq Failed | Repair-CisKeyRotation @Live @Journals -Force");

        Assert.NotEmpty(repair.Findings);
        Assert.All(repair.Findings, finding => Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(repair.Findings.Count, session.Sandbox.Requests.Of("kms:EnableKeyRotation"));
        Assert.Equal(repair.Findings.Count, session.Sandbox.Requests.Writes);

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_second_run_sends_no_write()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Failed = {Scan} | Where-Object Status -eq Failed; $Failed | Repair-CisKeyRotation @Live @Journals -Force");
        session.Sandbox.Requests.Reset();

        var again = session.Succeed("$Failed | Repair-CisKeyRotation @Live @Journals -Force");

        Assert.All(again.Findings, finding => Assert.Equal(("Passed", "AlreadyCompliant"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
        Assert.Single(Directory.GetFiles(session.JournalPath));
    }
}
