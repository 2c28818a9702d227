using CisPosture.Repairs;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.State.Kms;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>How runs are undone, on the wire.</summary>
public sealed class UndoRunTests
{
    private const string Command = "Repair-CisPasswordPolicy";

    [Fact]
    public async Task Steps_on_one_setting_are_taken_back_in_reverse_order()
    {
        await using var run = await RunningRepair.StartAsync();
        var before = run.Server.Account.Export();
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.9"));
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.10"));

        var results = await UndoAsync(run);

        Assert.Equal([(2, UndoOutcome.Undone), (1, UndoOutcome.Undone)], results.Select(result => (result.Step.Number, result.Outcome)));
        Assert.Equal(before, run.Server.Account.Export());
        Assert.All(run.Runs()[^1].Steps, step => Assert.Equal(StepOutcome.Undone, step.Outcome));
    }

    [Fact]
    public async Task Undoing_twice_finds_nothing_to_do_and_sends_nothing()
    {
        await using var run = await RunningRepair.StartAsync();
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.9"));
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.10"));
        await UndoAsync(run);
        var writes = run.Server.Requests.Writes;

        var results = await UndoAsync(run);

        Assert.All(results, result => Assert.Equal(UndoOutcome.NothingToUndo, result.Outcome));
        Assert.Equal(writes, run.Server.Requests.Writes);
    }

    [Fact]
    public async Task An_undo_itself_can_be_undone_and_what_it_had_put_back_then_once_more()
    {
        await using var run = await RunningRepair.StartAsync();
        var before = run.Server.Account.Export();
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.9"));
        var repaired = run.Server.Account.Export();
        await UndoAsync(run);

        var undo = run.Runs()[0];
        run.BeginAnother();
        await run.Execution.UndoAsync(undo, TestContext.Current.CancellationToken);

        Assert.Equal(repaired, run.Server.Account.Export());
        Assert.All(run.Runs()[^1].Steps, step => Assert.Equal(StepOutcome.Done, step.Outcome));

        await UndoAsync(run);

        Assert.Equal(before, run.Server.Account.Export());
        Assert.All(run.Runs()[^1].Steps, step => Assert.Equal(StepOutcome.Undone, step.Outcome));
    }

    [Fact]
    public async Task What_was_changed_since_is_refused_with_what_differs()
    {
        await using var run = await RunningRepair.StartAsync();
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.9"));
        run.Server.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicy { MinimumPasswordLength = 30 });
        var writes = run.Server.Requests.Writes;

        var result = Assert.Single(await UndoAsync(run));

        Assert.Equal(UndoOutcome.Refused, result.Outcome);
        Assert.Contains("MinimumPasswordLength 14 → 30", result.Message, StringComparison.Ordinal);
        Assert.Equal(writes, run.Server.Requests.Writes);
    }

    [Fact]
    public async Task A_plan_of_which_one_step_is_refused_stays_whole_and_so_does_what_it_stands_on()
    {
        await using var run = await RunningRepair.StartAsync();
        var journaled = await RunOfThreePlansAsync(run, builtOn: [1]);
        run.Server.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicy { MinimumPasswordLength = 40 });

        var results = await run.Execution.UndoAsync(journaled, TestContext.Current.CancellationToken);

        Assert.Equal([UndoOutcome.Refused, UndoOutcome.NotTaken, UndoOutcome.NotTaken], results.Select(result => result.Outcome));
        Assert.Equal([3, 2, 1], results.Select(result => result.Step.Number));
        Assert.True(KeyOf(run, 0).IsRotationEnabled);
        Assert.True(KeyOf(run, 1).IsRotationEnabled);
    }

    [Fact]
    public async Task A_plan_that_nothing_stands_on_is_undone_whatever_becomes_of_the_others()
    {
        await using var run = await RunningRepair.StartAsync();
        var journaled = await RunOfThreePlansAsync(run, builtOn: []);
        run.Server.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicy { MinimumPasswordLength = 40 });

        var results = await run.Execution.UndoAsync(journaled, TestContext.Current.CancellationToken);

        Assert.Equal([UndoOutcome.Refused, UndoOutcome.NotTaken, UndoOutcome.Undone], results.Select(result => result.Outcome));
        Assert.False(KeyOf(run, 0).IsRotationEnabled);
        Assert.True(KeyOf(run, 1).IsRotationEnabled);
    }

    [Fact]
    public async Task What_cannot_be_undone_is_said_and_the_rest_of_the_plan_is_undone()
    {
        await using var run = await RunningRepair.StartAsync();
        var journaled = await RunOfThreePlansAsync(run, builtOn: []);
        journaled = journaled with { Steps = [.. journaled.Steps.Select(step => step.Number == 3 ? step with { Step = step.Step with { NotUndoable = "Nobody knows how." } } : step)] };

        var results = await run.Execution.UndoAsync(journaled, TestContext.Current.CancellationToken);

        Assert.Equal([(3, UndoOutcome.NotUndoable), (2, UndoOutcome.Undone), (1, UndoOutcome.Undone)], results.Select(result => (result.Step.Number, result.Outcome)));
        Assert.Equal("Nobody knows how.", results[0].Message);
    }

    [Fact]
    public async Task A_kind_that_this_version_does_not_know_is_refused()
    {
        await using var run = await RunningRepair.StartAsync();
        var journaled = await RunOfThreePlansAsync(run, builtOn: []);
        journaled = journaled with { Steps = [.. journaled.Steps.Select(step => step with { Step = step.Step with { Target = step.Step.Target with { Kind = "Tomorrow" } } })] };

        Assert.Contains(await run.Execution.UndoAsync(journaled, TestContext.Current.CancellationToken), result => result.Outcome == UndoOutcome.Refused && result.Message!.Contains("Tomorrow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Declining_leaves_the_plan_as_it_is()
    {
        await using var run = await RunningRepair.StartAsync();
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.9"));
        run.Conversation.Answer = _ => false;
        var writes = run.Server.Requests.Writes;

        Assert.Equal(UndoOutcome.NotTaken, Assert.Single(await UndoAsync(run)).Outcome);
        Assert.Equal(writes, run.Server.Requests.Writes);
    }

    // Plan 1: a key. Plan 2: another key and the password policy.
    private static async Task<JournaledRun> RunOfThreePlansAsync(RunningRepair run, int[] builtOn)
    {
        run.Server.Account.Change(_ => Keys(run).ForEach(pair => pair.Key.IsRotationEnabled = false));
        await run.RepairAsync("Repair-CisKeyRotation", new RepairOptions(), KeySubject(run, 0), KeySubject(run, 1));
        await run.RepairAsync(Command, new RepairOptions(), RepairSamples.Subject("1.9"));
        var journaled = run.Runs()[0];
        Assert.Equal(3, journaled.Steps.Count);
        run.BeginAnother();
        return journaled with { Steps = [.. journaled.Steps.Select(step => step.Number == 1 ? step : step with { Plan = 2, BuiltOn = builtOn })] };
    }

    private static RepairSubject KeySubject(RunningRepair run, int index) =>
        RepairSamples.Subject("2.8", $"arn:aws:kms:{RegionOf(run, index)}:{RepairSamples.Account}:key/{KeyOf(run, index).KeyId}", RegionOf(run, index));

    private static KmsKey KeyOf(RunningRepair run, int index) => Keys(run)[index].Key;

    private static string RegionOf(RunningRepair run, int index) => Keys(run)[index].Region;

    private static List<(string Region, KmsKey Key)> Keys(RunningRepair run) =>
    [
        .. run.Server.Account.Regions
            .SelectMany(region => region.Value.KmsKeys, (region, key) => (region.Key, key))
            .Where(pair => pair.key is { KeyManager: "CUSTOMER", KeyState: "Enabled", Origin: "AWS_KMS", KeySpec: "SYMMETRIC_DEFAULT", CustomKeyStoreId: null, MultiRegionKeyType: not "REPLICA", IsClosedByPolicy: false }),
    ];

    private static Task<IReadOnlyList<UndoResult>> UndoAsync(RunningRepair run)
    {
        var journaled = run.Runs()[^1];
        run.BeginAnother();
        return run.Execution.UndoAsync(journaled, TestContext.Current.CancellationToken);
    }
}
