using CisPosture.Repairs;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>What a step stands on is read once more right before it is taken: here it changes while the user is asked.</summary>
public sealed class StepPremiseTests
{
    private const string Credential = "Repair-CisCredential";
    private const string AdminPolicy = "Repair-CisAdminPolicy";
    private const string Deploy = "arn:aws:iam::111122223333:user/service/ci-deploy";
    private const string Bob = "arn:aws:iam::111122223333:user/bob";
    private const string Everything = "arn:aws:iam::111122223333:policy/ops/everything";
    private const string IdleKey = "AKIAIOSFODNN7EXAMPLE";

    private static readonly AdminPolicyOptions Detaching = new() { DetachAdminPolicy = true, Force = true };

    [Fact]
    public async Task A_key_that_is_used_between_plan_and_step_is_left_alone_with_the_reason()
    {
        await using var run = await RunningRepair.StartAsync();
        Meanwhile(run, account => Key(account, IdleKey).LastUsed = new AccessKeyUse { Date = new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero) });

        var result = Assert.Single(await run.RepairAsync(Credential, new CredentialOptions { Force = true }, RepairSamples.Subject("1.3", Deploy)));

        Assert.Equal((RepairOutcome.Skipped, RepairReasonCode.ChangedMeanwhile), (result.Outcome, result.ReasonCode));
        Assert.Equal($"Access key {IdleKey} stays: it was used again after the repair was planned (LastUsed none → 2026-03-01 12:00:05 UTC).", result.Reason);
        Assert.Equal(StepOutcome.LeftAlone, Assert.Single(result.Steps).Outcome);
        Assert.Empty(run.Writes);
        Assert.Empty(run.Runs());
        Assert.Equal("Active", Key(run.Server.Account.Iam, IdleKey).Status);
    }

    [Fact]
    public async Task Other_keys_of_the_user_are_turned_off_all_the_same()
    {
        const string Second = "AKIASECONDIDLEKEY001";
        await using var run = await RunningRepair.StartAsync();
        run.Server.Account.Change(account =>
        {
            var keys = account.Iam.Users.Single(user => user.Name == "ci-deploy").AccessKeys;
            keys.RemoveAll(key => key.AccessKeyId != IdleKey);
            keys.Add(new AccessKey { AccessKeyId = Second, CreateDate = new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        });
        Meanwhile(run, account => Key(account, IdleKey).LastUsed = new AccessKeyUse { Date = new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero) });

        var result = Assert.Single(await run.RepairAsync(Credential, new CredentialOptions { Force = true }, RepairSamples.Subject("1.3", Deploy)));

        Assert.Equal(RepairOutcome.Changed, result.Outcome);
        Assert.StartsWith($"1 step taken. Access key {IdleKey} stays:", result.Reason, StringComparison.Ordinal);
        Assert.Equal(("Active", "Inactive"), (Key(run.Server.Account.Iam, IdleKey).Status, Key(run.Server.Account.Iam, Second).Status));
    }

    [Fact]
    public async Task A_key_in_use_that_the_user_said_to_turn_off_is_turned_off_however_often_it_is_used_meanwhile()
    {
        const string Used = "AKIAI44QH8DHBEXAMPLE";
        await using var run = await RunningRepair.StartAsync();
        Meanwhile(run, account => Key(account, Used).LastUsed = new AccessKeyUse { Date = new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero) });

        await run.RepairAsync(Credential, new CredentialOptions { Force = true, IncludeKeyInUse = true }, RepairSamples.Subject("1.4", Deploy));

        Assert.Equal("Inactive", Key(run.Server.Account.Iam, Used).Status);
    }

    [Fact]
    public async Task A_password_that_is_used_between_plan_and_step_is_not_deleted()
    {
        await using var run = await RunningRepair.StartAsync();
        run.Server.Account.Change(account => account.Iam.Users.Single(user => user.Name == "bob").PasswordLastUsed = new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero));
        Meanwhile(run, account => account.Users.Single(user => user.Name == "bob").PasswordLastUsed = new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero));

        var result = Assert.Single(await run.RepairAsync(Credential, new CredentialOptions { Force = true, IncludePassword = true }, RepairSamples.Subject("1.3", Bob)));

        Assert.StartsWith("The console password stays: it was used again", result.Reason, StringComparison.Ordinal);
        Assert.Empty(run.Writes);
        Assert.NotNull(run.Server.Account.Iam.Users.Single(user => user.Name == "bob").LoginProfile);
    }

    [Fact]
    public async Task A_policy_is_not_detached_where_the_administrator_who_was_to_stay_is_one_no_more()
    {
        await using var run = await RunningRepair.StartAsync();
        Meanwhile(run, account => account.Users.Single(user => user.Name == "alice").AttachedPolicies.Clear());

        var result = Assert.Single(await run.RepairAsync(AdminPolicy, Detaching, RepairSamples.Subject("1.22", Everything)));

        Assert.Equal((RepairOutcome.Skipped, RepairReasonCode.ChangedMeanwhile), (result.Outcome, result.ReasonCode));
        Assert.Contains("user alice", result.Reason, StringComparison.Ordinal);
        Assert.Empty(run.Writes);
    }

    [Fact]
    public async Task A_policy_is_not_narrowed_where_somebody_got_it_meanwhile()
    {
        await using var run = await RunningRepair.StartAsync();
        Meanwhile(run, account => account.Users.Single(user => user.Name == "carol").AttachedPolicies.Add(Everything));

        var result = Assert.Single(await run.RepairAsync(AdminPolicy, Detaching, RepairSamples.Subject("1.22", Everything)));

        Assert.Equal((RepairOutcome.Failed, RepairReasonCode.ChangedMeanwhile), (result.Outcome, result.ReasonCode));
        Assert.Contains("carol", result.Reason, StringComparison.Ordinal);
        Assert.Equal("v1", run.Server.Account.Iam.Policies.Single(policy => policy.Name == "everything").DefaultVersionId);
    }

    private static void Meanwhile(RunningRepair run, Action<IamState> change) => run.Conversation.Answer = _ =>
    {
        run.Server.Account.Change(account => change(account.Iam));
        return true;
    };

    private static AccessKey Key(IamState iam, string id) => iam.Users.SelectMany(user => user.AccessKeys).Single(key => key.AccessKeyId == id);
}
