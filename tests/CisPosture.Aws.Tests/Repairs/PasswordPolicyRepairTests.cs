using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed partial class PasswordPolicyRepairTests
{
    private static readonly string[] Controls = ["1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11"];

    [Fact]
    public void One_call_serves_all_controls()
    {
        var plan = Assert.Single(Plan(RepairState.Of(("MinimumPasswordLength", 6)), Controls));

        var step = Assert.Single(plan.Steps);
        Assert.Equal("iam:UpdateAccountPasswordPolicy", step.Call.Operation);
        Assert.Equal(
            RepairState.Of(
                ("MinimumPasswordLength", 14), ("PasswordReusePrevention", 24), ("MaxPasswordAge", 90), ("RequireUppercaseCharacters", true),
                ("RequireLowercaseCharacters", true), ("RequireSymbols", true), ("RequireNumbers", true)),
            step.After);
        Assert.Equal(step.After, step.Call.Parameters);
        Assert.Equal("iam:UpdateAccountPasswordPolicy", step.Inverse?.Operation);
        Assert.Equal(step.Before, step.Inverse?.Parameters);
    }

    [Fact]
    public void Only_what_was_asked_for_changes()
    {
        var before = RepairState.Of(("MinimumPasswordLength", 6), ("RequireSymbols", true));
        var plan = Assert.Single(Plan(before, "1.10"));

        Assert.Equal(before.With("PasswordReusePrevention", 24), Assert.Single(plan.Steps).After);
    }

    [Fact]
    public void Sixteen_characters_stay_sixteen_and_HardExpiry_stays_off()
    {
        var plans = Plan(RepairState.Of(("MinimumPasswordLength", 16), ("PasswordReusePrevention", 24)), Controls);

        var after = Assert.Single(plans.SelectMany(plan => plan.Steps)).After!;
        Assert.Equal(16, after.Number("MinimumPasswordLength"));
        Assert.Equal(24, after.Number("PasswordReusePrevention"));
        Assert.Null(after.Show("HardExpiry"));
        Assert.Equal(["1.9", "1.10"], Assert.Single(plans, plan => plan.IsCompliant).Subjects.Select(subject => subject.ControlId));
    }

    [Fact]
    public void A_policy_where_there_was_none_is_no_weaker_than_the_one_that_AWS_builds_in()
    {
        var plan = Assert.Single(Plan(null, "1.10"));

        var step = Assert.Single(plan.Steps);
        Assert.Null(step.Before);
        Assert.Equal(8, step.After!.Number("MinimumPasswordLength"));
        Assert.All(new[] { "RequireUppercaseCharacters", "RequireLowercaseCharacters", "RequireSymbols", "RequireNumbers" }, flag => Assert.True(step.After!.IsOn(flag)));
        Assert.Equal("iam:DeleteAccountPasswordPolicy", step.Inverse?.Operation);
    }

    [Fact]
    public void An_age_that_locks_users_out_is_a_question()
    {
        var harsh = Assert.Single(Plan(RepairState.Of(("MinimumPasswordLength", 14), ("HardExpiry", true)), "1.11"));
        Assert.Contains("HardExpiry", harsh.Question, StringComparison.Ordinal);

        var mild = Assert.Single(Plan(RepairState.Of(("MinimumPasswordLength", 14)), "1.11"));
        Assert.Null(mild.Question);
        Assert.Contains("older than 90 days", Assert.Single(mild.Warnings), StringComparison.Ordinal);

        Assert.Empty(Assert.Single(Plan(RepairState.Of(("MinimumPasswordLength", 6)), "1.9")).Warnings);
    }

    [Fact]
    public void The_users_own_threshold_is_reached()
    {
        var options = new RepairOptions { ControlParameters = RepairSamples.Parameters("1.9", "MinimumPasswordLength", 20) };
        var plans = new PasswordPolicyRepair().Plan(RepairSamples.Place, new SettingReading(RepairState.Of(("MinimumPasswordLength", 14))), [RepairSamples.Subject("1.9")], options);

        Assert.Equal(20, Assert.Single(Assert.Single(plans).Steps).After!.Number("MinimumPasswordLength"));
    }

    private static IReadOnlyList<RepairPlan> Plan(RepairState? live, params string[] controls) => new PasswordPolicyRepair().Plan(
        RepairSamples.Place, new SettingReading(live), [.. controls.Select(control => RepairSamples.Subject(control))], new RepairOptions());

    private static bool? On(bool flag) => flag ? true : null;
}
