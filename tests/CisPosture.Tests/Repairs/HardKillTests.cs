using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>
/// Whatever write a process dies at, its journal tells the truth, a second run completes the repair with nothing doubled, and undo brings the
/// account back.
/// </summary>
public sealed class HardKillTests
{
    private const string Repair = "Test-CisControl @Live -Region us-east-1 -Id '1.9', '1.22', '2.8', '4.1' | Repair-CisFinding @Live @Journals -WideRule Split -DetachAdminPolicy -Force";
    private const string Undo = "Get-CisRepair @Journals | Undo-CisRepair @Live -Force";
    private const int Writes = 8;

    private static readonly string Account = Path.Combine(BuiltModule.Root, "tests/CisPosture.Tests/Repairs/small-account.json");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_repair_that_was_killed_at_any_write_is_completed_by_running_it_again_and_undone_whole(bool takesEffect) =>
        KilledAtEachWriteAsync(takesEffect, beforehand: null, Repair, (session, before, number) =>
        {
            TellsTheTruth(session, number);

            var again = session.Succeed(Repair);

            Assert.All(again.Findings, finding => Assert.True(finding.Status == "Passed", $"After write {number}: {finding} {finding.Repair}"));
            Assert.Equal(["tcp 20-21 0.0.0.0/0", "tcp 22-22 10.0.0.0/8", "tcp 23-25 0.0.0.0/0"], Rules(session));

            session.Succeed(Undo);

            Assert.Equal(before, session.Sandbox.Account.Export());
            Assert.Empty(session.Succeed("Get-CisRepair @Journals -Incomplete").Output);
            Assert.Empty(session.Sandbox.Faults);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_repair_that_was_killed_at_any_write_is_undone(bool takesEffect) =>
        KilledAtEachWriteAsync(takesEffect, beforehand: null, Repair, (session, before, _) =>
        {
            session.Succeed(Undo);

            Assert.Equal(before, session.Sandbox.Account.Export());
            Assert.Empty(session.Succeed("Get-CisRepair @Journals -Incomplete").Output);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task An_undo_that_was_killed_at_any_write_is_completed_by_running_it_again(bool takesEffect) =>
        KilledAtEachWriteAsync(takesEffect, beforehand: Repair, Undo, (session, before, _) =>
        {
            session.Succeed("Undo-CisRepair @Live @Journals -Id $args[0] -Force", session.Succeed("Get-CisRepair @Journals").Output[^1].Properties["Id"].Value);

            Assert.Equal(before, session.Sandbox.Account.Export());
        });

    /// <summary>Runs a script on as many accounts as it has writes, each of which is killed at another one, and looks at each.</summary>
    private static async Task KilledAtEachWriteAsync(bool takesEffect, string? beforehand, string script, Action<RepairSession, string, int> look)
    {
        var killer = new KilledTogether();
        var sessions = new List<(RepairSession Session, string Before)>();
        try
        {
            for (var number = 1; number <= Writes; number++)
            {
                var doomed = killer.At(number + (beforehand is null ? 0 : Writes), takesEffect);
                var session = await RepairSession.StartAsync(new SandboxOptions { Account = Account, OnWrite = doomed.OnWriteAsync });
                sessions.Add((session, session.Sandbox.Account.Export()));
                if (beforehand is not null) session.Succeed(beforehand);
                Assert.Equal(beforehand is null ? 0 : Writes, session.Sandbox.Requests.Writes);
            }

            await killer.RunAsync([.. sessions.Select(killed => killed.Session.AsConsole(script))]);
            Assert.All(sessions, (killed, index) => look(killed.Session, killed.Before, index + 1));
        }
        finally
        {
            foreach (var (session, _) in sessions)
            {
                await session.DisposeAsync();
            }
        }
    }

    // Or there would be a write at which nothing was killed.
    [Fact]
    public async Task An_undisturbed_repair_and_its_undo_have_as_many_writes_as_were_killed()
    {
        await using var session = await RepairSession.StartAsync(new SandboxOptions { Account = Account });

        session.Succeed(Repair);
        session.Succeed(Undo);

        Assert.Equal(2 * Writes, session.Sandbox.Requests.Writes);
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
