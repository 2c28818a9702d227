using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Repairs;
using Policy = Amazon.IdentityManagement.Model.PasswordPolicy;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 1.5 to 1.11: tightens the account's password policy for all controls at once, because AWS replaces the policy as a whole. What the policy
/// already demands stays; nothing becomes weaker, and whether expired passwords lock users out is not touched.
/// </summary>
internal sealed class PasswordPolicyRepair : RepairFrom<SettingReading, RepairOptions>
{
    private const int BuiltInLength = 8;

    private static readonly PasswordPolicySetting Setting = new();

    public override string Command => "Repair-CisPasswordPolicy";

    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, SettingReading live, IReadOnlyList<RepairSubject> subjects, RepairOptions options)
    {
        var met = subjects.Where(subject => live.State is not null && Equals(Tighten(live.State, subject, options), live.State)).ToList();
        var open = subjects.Except(met).ToList();
        var plans = new List<RepairPlan>();
        if (met.Count > 0)
        {
            plans.Add(new RepairPlan { Subjects = met });
        }

        if (open.Count > 0)
        {
            plans.Add(PlanChange(place, live, open, options));
        }

        return plans;
    }

    protected override Task<SettingReading> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, RepairOptions options) =>
        reader.ReadAsync(PasswordPolicySetting.Target(reader.Place));

    private static RepairPlan PlanChange(RepairPlace place, SettingReading live, List<RepairSubject> subjects, RepairOptions options)
    {
        var after = subjects.Aggregate(live.State ?? BuiltIn(), (state, subject) => Tighten(state, subject, options));
        var isAgeing = after.Number(nameof(Policy.MaxPasswordAge)) != live.State?.Number(nameof(Policy.MaxPasswordAge));
        return new RepairPlan
        {
            Subjects = subjects,
            Steps = [Setting.Step(place, PasswordPolicySetting.Target(place), live, after, live.State is null ? "Set a password policy" : "Tighten the password policy")],
            Warnings = isAgeing ? [$"Users whose password is older than {after.Number(nameof(Policy.MaxPasswordAge))} days must change it at their next sign-in."] : [],
            Question = isAgeing && after.IsOn(nameof(Policy.HardExpiry))
                ? "The policy locks users with an expired password out until an administrator resets it (HardExpiry). Lock out those whose password is too old already?"
                : null,
        };
    }

    // AWS's built-in policy asks for eight characters of three kinds, which a policy of one's own cannot say: all four is the nearest that is no weaker.
    private static RepairState BuiltIn() => RepairState.Of(
        (nameof(Policy.MinimumPasswordLength), BuiltInLength),
        (nameof(Policy.RequireUppercaseCharacters), true),
        (nameof(Policy.RequireLowercaseCharacters), true),
        (nameof(Policy.RequireSymbols), true),
        (nameof(Policy.RequireNumbers), true));

    private static RepairState Tighten(RepairState state, RepairSubject subject, RepairOptions options)
    {
        var settings = options.ControlParameters.For(subject.Control, isStrict: false);
        return subject.ControlId switch
        {
            "1.5" => state.With(nameof(Policy.RequireUppercaseCharacters), true),
            "1.6" => state.With(nameof(Policy.RequireLowercaseCharacters), true),
            "1.7" => state.With(nameof(Policy.RequireSymbols), true),
            "1.8" => state.With(nameof(Policy.RequireNumbers), true),
            "1.9" => AtLeast(state, nameof(Policy.MinimumPasswordLength), settings),
            "1.10" => AtLeast(state, nameof(Policy.PasswordReusePrevention), settings),
            "1.11" => AtMost(state, nameof(Policy.MaxPasswordAge), settings),
            _ => throw new InvalidOperationException($"Control {subject.ControlId} does not concern the password policy."),
        };
    }

    private static RepairState AtLeast(RepairState state, string member, ControlSettings settings) =>
        state.With(member, Math.Max(state.Number(member) ?? 0, settings.Number(member)));

    private static RepairState AtMost(RepairState state, string member, ControlSettings settings) =>
        state.With(member, Math.Min(state.Number(member) ?? int.MaxValue, settings.Number(member)));
}
