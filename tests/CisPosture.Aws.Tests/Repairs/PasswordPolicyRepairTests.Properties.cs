using CisPosture.Aws.Repairs;
using CisPosture.Repairs;
using CsCheck;

namespace CisPosture.Aws.Tests.Repairs;

public sealed partial class PasswordPolicyRepairTests
{
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
}
