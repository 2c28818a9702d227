using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Repairs;
using CsCheck;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class PasswordPolicyRepairTests
{
    private static readonly string[] Controls = ["1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11"];

    private static readonly Gen<RepairState> Policies =
        from length in Gen.Int[6, 128]
        from reuse in Gen.Int[0, 24]
        from age in Gen.Int[0, 1095]
        from flags in Gen.Bool.Array[6]
        select RepairState.Of(
            ("MinimumPasswordLength", length),
            ("PasswordReusePrevention", reuse > 0 ? reuse : null),
            ("MaxPasswordAge", age > 0 ? age : null),
            ("RequireUppercaseCharacters", On(flags[0])),
            ("RequireLowercaseCharacters", On(flags[1])),
            ("RequireSymbols", On(flags[2])),
            ("RequireNumbers", On(flags[3])),
            ("AllowUsersToChangePassword", On(flags[4])),
            ("HardExpiry", On(flags[5])));

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
    public void Nothing_ever_becomes_weaker_and_what_is_not_asked_about_stays() => Gen.Select(Policies, Gen.Shuffle(Controls), Gen.Int[1, 7]).Sample((policy, controls, count) =>
    {
        var asked = controls.Take(count).ToArray();
        var plans = Plan(policy, asked);
        RepairSamples.CoversOnce(asked.Select(control => RepairSamples.Subject(control)), plans);
        var after = plans.SelectMany(plan => plan.Steps).SingleOrDefault()?.After ?? policy;
        foreach (var flag in new[] { "RequireUppercaseCharacters", "RequireLowercaseCharacters", "RequireSymbols", "RequireNumbers" })
        {
            Assert.True(after.IsOn(flag) || !policy.IsOn(flag), $"{flag} was turned off: {policy} → {after}");
        }

        Assert.True(after.Number("MinimumPasswordLength") >= policy.Number("MinimumPasswordLength"), $"{policy} → {after}");
        Assert.True((after.Number("PasswordReusePrevention") ?? 0) >= (policy.Number("PasswordReusePrevention") ?? 0), $"{policy} → {after}");
        Assert.True((after.Number("MaxPasswordAge") ?? int.MaxValue) <= (policy.Number("MaxPasswordAge") ?? int.MaxValue), $"{policy} → {after}");
        Assert.Equal(policy.Show("HardExpiry"), after.Show("HardExpiry"));
        Assert.Equal(policy.Show("AllowUsersToChangePassword"), after.Show("AllowUsersToChangePassword"));
        Assert.All(Plan(after, asked), plan => Assert.True(plan.IsCompliant, "A second run must find nothing to do."));
    });

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
