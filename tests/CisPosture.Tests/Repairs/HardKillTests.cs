using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>
/// Whatever write a process dies at, its journal tells the truth, a second run completes the repair with nothing doubled, and undo brings the
/// account back. Each loop ends at the first number that the run no longer has a write for.
/// </summary>
public sealed class HardKillTests
{
    private const string Repair = "Test-CisControl @Live -Region us-east-1 -Id '1.9', '2.8', '4.1' | Repair-CisFinding @Live @Journals -WideRule Split -Force";
    private const string Undo = "Get-CisRepair @Journals | Undo-CisRepair @Live -Force";
    private const int Writes = 5;

    private static readonly string Account = Path.Combine(BuiltModule.Root, "tests/CisPosture.Tests/Repairs/small-account.json");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repair_that_was_killed_at_any_write_is_completed_by_running_it_again_and_undone_whole(bool takesEffect) =>
        await ForEachWriteAsync(async number =>
        {
            var kill = new KillSwitch();
            await using var session = await StartAsync(kill);
            var before = session.Sandbox.Account.Export();
            if (!await kill.KillsAsync(session.AsConsole(Repair), number, takesEffect))
            {
                return false;
            }

            TellsTheTruth(session, number);

            var again = session.Succeed(Repair);

            Assert.All(again.Findings, finding => Assert.True(finding.Status == "Passed", $"After write {number}: {finding} {finding.Repair}"));
            Assert.Equal(["tcp 20-21 0.0.0.0/0", "tcp 22-22 10.0.0.0/8", "tcp 23-25 0.0.0.0/0"], Rules(session));

            session.Succeed(Undo);

            Assert.Equal(before, session.Sandbox.Account.Export());
            Assert.Empty(session.Succeed("Get-CisRepair @Journals -Incomplete").Output);
            Assert.Empty(session.Sandbox.Faults);
            return true;
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repair_that_was_killed_at_any_write_is_undone(bool takesEffect) =>
        await ForEachWriteAsync(async number =>
        {
            var kill = new KillSwitch();
            await using var session = await StartAsync(kill);
            var before = session.Sandbox.Account.Export();
            if (!await kill.KillsAsync(session.AsConsole(Repair), number, takesEffect))
            {
                return false;
            }

            session.Succeed(Undo);

            Assert.Equal(before, session.Sandbox.Account.Export());
            Assert.Empty(session.Succeed("Get-CisRepair @Journals -Incomplete").Output);
            return true;
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_undo_that_was_killed_at_any_write_is_completed_by_running_it_again(bool takesEffect) =>
        await ForEachWriteAsync(async number =>
        {
            var kill = new KillSwitch();
            await using var session = await StartAsync(kill);
            var before = session.Sandbox.Account.Export();
            session.Succeed(Repair);
            var run = Assert.Single(session.Succeed("Get-CisRepair @Journals").Output).Properties["Id"].Value;
            if (!await kill.KillsAsync(session.AsConsole(Undo), number, takesEffect))
            {
                return false;
            }

            session.Succeed("Undo-CisRepair @Live @Journals -Id $args[0] -Force", run);

            Assert.Equal(before, session.Sandbox.Account.Export());
            return true;
        });

    private static Task<RepairSession> StartAsync(KillSwitch kill) => RepairSession.StartAsync(new SandboxOptions { Account = Account, OnWrite = kill.OnWriteAsync });

    private static async Task ForEachWriteAsync(Func<int, Task<bool>> killAsync)
    {
        var number = 1;
        while (await killAsync(number))
        {
            number++;
        }

        Assert.Equal(Writes, number - 1);
    }

    private static void TellsTheTruth(RepairSession session, int number)
    {
        var run = Assert.IsType<CisRepair>(Assert.Single(session.Succeed("Get-CisRepair @Journals -Incomplete").Output).BaseObject);
        Assert.Equal("Incomplete", run.Status);
        Assert.Equal(number, run.Steps.Count);
        Assert.All(run.Steps.SkipLast(1), step => Assert.Equal("Done", step.Outcome));
        Assert.Equal("Interrupted", run.Steps[^1].Outcome);
        Assert.Equal(number, session.Sandbox.Requests.Writes);
    }

    private static IEnumerable<string> Rules(RepairSession session) => session.Sandbox.Account.Regions["us-east-1"].Ec2.Vpcs
        .SelectMany(vpc => vpc.SecurityGroups)
        .Single(group => group.GroupName == "wide")
        .Ingress.Select(rule => $"{rule.Protocol} {rule.FromPort}-{rule.ToPort} {rule.Peer}")
        .Order(StringComparer.Ordinal);
}
