using CisPosture.Repairs;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Ec2;
using PasswordPolicyState = CisPosture.Sandbox.State.Iam.PasswordPolicy;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>How plans are agreed to and carried out, on the wire.</summary>
public sealed class RepairExecutionTests
{
    private const string PasswordPolicy = "Repair-CisPasswordPolicy";
    private const string SecurityGroup = "Repair-CisSecurityGroup";

    [Fact]
    public async Task What_was_planned_is_agreed_to_sent_journaled_and_in_effect()
    {
        await using var run = await RunningRepair.StartAsync();

        var result = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.9"), RepairSamples.Subject("1.7")));

        Assert.Equal((RepairOutcome.Changed, run.Journal.Id), (result.Outcome, result.JournalId));
        var asked = Assert.Single(run.Conversation.Asked);
        Assert.StartsWith("Set a password policy (iam:UpdateAccountPasswordPolicy): MinimumPasswordLength none → 14", asked, StringComparison.Ordinal);
        Assert.EndsWith("on account 111122223333 us-east-1", asked, StringComparison.Ordinal);
        Assert.Equal(14, run.Server.Account.Iam.PasswordPolicy?.MinimumPasswordLength);
        var step = Assert.Single(Assert.Single(run.Runs()).Steps);
        Assert.Equal((StepOutcome.Done, "iam:UpdateAccountPasswordPolicy"), (step.Outcome, step.Step.Call.Operation));
        Assert.Equal(["1.7", "1.9"], step.Controls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Declining_one_step_leaves_the_whole_plan_undone()
    {
        await using var run = await RunningRepair.StartAsync(new RecordingConversation { Answer = action => !action.StartsWith("Take away", StringComparison.Ordinal) });

        var result = Assert.Single(await run.RepairAsync(SecurityGroup, new SecurityGroupOptions { WideRule = WideRule.Split }, WideGroup(run)));

        Assert.Equal((RepairOutcome.Skipped, RepairReasonCode.Declined), (result.Outcome, result.ReasonCode));
        Assert.All(result.Steps, step => Assert.Equal(StepOutcome.NotTaken, step.Outcome));
        Assert.Empty(run.Writes);
        Assert.Empty(run.Runs());
    }

    [Fact]
    public async Task WhatIf_shows_every_step_and_lets_later_plans_stand_on_it()
    {
        await using var run = await RunningRepair.StartAsync(new RecordingConversation { IsWhatIf = true });

        var first = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.9")));
        var second = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.10")));

        Assert.Equal((RepairOutcome.Planned, RepairOutcome.Planned), (first.Outcome, second.Outcome));
        Assert.Equal(14, Assert.Single(second.Steps).Step.Before?.Number("MinimumPasswordLength"));
        Assert.Equal(2, run.Conversation.Asked.Count);
        Assert.Empty(run.Writes);
        Assert.Empty(run.Runs());
    }

    [Fact]
    public async Task What_somebody_changed_between_the_plan_and_the_step_is_left_alone()
    {
        await using var run = await RunningRepair.StartAsync();
        run.Conversation.Answer = _ =>
        {
            run.Server.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicyState { MinimumPasswordLength = 30 });
            return true;
        };

        var result = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.9")));

        Assert.Equal((RepairOutcome.Failed, RepairReasonCode.ChangedMeanwhile), (result.Outcome, result.ReasonCode));
        Assert.Empty(run.Writes);
        Assert.Equal(30, run.Server.Account.Iam.PasswordPolicy?.MinimumPasswordLength);
    }

    [Fact]
    public async Task A_step_that_AWS_refuses_ends_its_plan_and_names_the_permission()
    {
        await using var run = await RunningRepair.StartAsync(options: new SandboxOptions { Deny = ["ec2:RevokeSecurityGroupIngress"] });

        var result = Assert.Single(await run.RepairAsync(SecurityGroup, new SecurityGroupOptions { WideRule = WideRule.Split }, WideGroup(run)));

        Assert.Equal((RepairOutcome.Failed, RepairReasonCode.CallFailed), (result.Outcome, result.ReasonCode));
        Assert.Contains("grant ec2:RevokeSecurityGroupIngress", result.Reason, StringComparison.Ordinal);
        Assert.Contains("Undo-CisRepair", result.Reason, StringComparison.Ordinal);
        Assert.Equal(StepOutcome.Failed, result.Steps[^1].Outcome);
        Assert.All(result.Steps.SkipLast(1), step => Assert.Equal(StepOutcome.Done, step.Outcome));
        Assert.Equal(StepOutcome.Failed, Assert.Single(run.Runs()).Steps[^1].Outcome);
    }

    [Fact]
    public async Task Steps_after_one_that_failed_are_not_taken()
    {
        await using var run = await RunningRepair.StartAsync(options: new SandboxOptions { Deny = ["ec2:AuthorizeSecurityGroupIngress"] });

        var result = Assert.Single(await run.RepairAsync(SecurityGroup, new SecurityGroupOptions { WideRule = WideRule.Split }, WideGroup(run)));

        Assert.Equal(StepOutcome.Failed, result.Steps[0].Outcome);
        Assert.All(result.Steps.Skip(1), step => Assert.Equal(StepOutcome.NotTaken, step.Outcome));
        Assert.Equal(new Dictionary<string, int> { ["ec2:AuthorizeSecurityGroupIngress"] = 1 }, run.Writes);
    }

    [Fact]
    public async Task A_read_that_AWS_denies_fails_its_findings_before_anything_is_asked()
    {
        await using var run = await RunningRepair.StartAsync(options: new SandboxOptions { Deny = ["iam:GetAccountPasswordPolicy"] });

        var result = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.9")));

        Assert.Equal((RepairOutcome.Failed, ReasonCode.AccessDenied), (result.Outcome, result.ReasonCode));
        Assert.Empty(run.Conversation.Asked);
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_is_done_where_it_took_effect()
    {
        var isLost = false;
        Task OnWrite(SandboxWrite write) => write.HasTakenEffect && !isLost && (isLost = true)
            ? throw new OperationCanceledException("The answer is lost.")
            : Task.CompletedTask;
        await using var run = await RunningRepair.StartAsync(options: new SandboxOptions { OnWrite = OnWrite });

        var result = Assert.Single(await run.RepairAsync(SecurityGroup, new SecurityGroupOptions { WideRule = WideRule.Split }, WideGroup(run)));

        // The SDK sends the call again, which EC2 then refuses as a duplicate; the rule is there all the same, and once.
        Assert.True(isLost);
        Assert.Equal(RepairOutcome.Changed, result.Outcome);
        Assert.All(result.Steps, step => Assert.Equal(StepOutcome.Done, step.Outcome));
        Assert.Equal(["icmp", "tcp", "tcp", "udp"], RulesOf(run).Select(rule => rule.Protocol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stopping_during_a_call_leaves_a_journal_that_does_not_say_what_came_of_it()
    {
        using var stop = new CancellationTokenSource();
        var held = new TaskCompletionSource();
        Task OnWrite(SandboxWrite write)
        {
            stop.Cancel();
            return held.Task;
        }

        await using var run = await RunningRepair.StartAsync(options: new SandboxOptions { OnWrite = OnWrite });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Execution.RepairAsync(PasswordPolicy, [RepairSamples.Subject("1.9")], new RepairOptions(), stop.Token));
        held.SetResult();
        run.Journal.Dispose();

        var journaled = Assert.Single(run.Runs());
        Assert.True(journaled.IsIncomplete);
        Assert.Equal(StepOutcome.Interrupted, Assert.Single(journaled.Steps).Outcome);
    }

    [Fact]
    public async Task A_question_beyond_the_steps_may_be_answered_with_no_and_Force_does_not_ask_it()
    {
        await using var run = await RunningRepair.StartAsync(new RecordingConversation { Continues = false });
        run.Server.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicyState { MinimumPasswordLength = 8, HardExpiry = true });

        var declined = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.11")));
        Assert.Equal(RepairReasonCode.Declined, declined.ReasonCode);
        Assert.Empty(run.Writes);

        var forced = Assert.Single(await run.RepairAsync(PasswordPolicy, new RepairOptions { Force = true }, RepairSamples.Subject("1.11")));
        Assert.Equal(RepairOutcome.Changed, forced.Outcome);
        Assert.True(run.Server.Account.Iam.PasswordPolicy?.HardExpiry);
    }

    [Fact]
    public async Task A_plan_tells_which_earlier_plans_it_stands_on()
    {
        await using var run = await RunningRepair.StartAsync();

        await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.9"));
        await run.RepairAsync(PasswordPolicy, new RepairOptions(), RepairSamples.Subject("1.10"));

        var steps = Assert.Single(run.Runs()).Steps;
        Assert.Equal([1, 2], steps.Select(step => step.Plan));
        Assert.Empty(steps[0].BuiltOn);
        Assert.Equal([1], steps[1].BuiltOn);
    }

    private static RepairSubject WideGroup(RunningRepair run) =>
        RepairSamples.Subject("4.1", $"arn:aws:ec2:eu-west-1:{RepairSamples.Account}:security-group/{GroupOf(run).GroupId}", "eu-west-1");

    private static IEnumerable<SecurityGroupRule> RulesOf(RunningRepair run) => GroupOf(run).Ingress;

    private static SecurityGroup GroupOf(RunningRepair run) =>
        run.Server.Account.Regions["eu-west-1"].Ec2.Vpcs.SelectMany(vpc => vpc.SecurityGroups).Single(group => group.GroupName == "wide-open");
}
