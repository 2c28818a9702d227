using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 1.22: takes policies that allow everything from the users, groups and roles that hold them, and then takes out of the policy what allows
/// everything, since it counts even while nobody holds it. Never takes the last right to administer, and no permissions boundary.
/// </summary>
internal sealed class AdminPolicyRepair : RepairFrom<LiveAdminPolicies, AdminPolicyOptions>
{
    public override string Command => "Repair-CisAdminPolicy";

    // Each plan stands on what the earlier ones would leave: of two rights to administer, only one may go.
    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveAdminPolicies live, IReadOnlyList<RepairSubject> subjects, AdminPolicyOptions options)
    {
        var plans = new List<RepairPlan>();
        foreach (var policy in subjects.GroupBy(subject => subject.ResourceId, StringComparer.Ordinal))
        {
            var (plan, left) = PlanPolicy(place, live, [.. policy], options);
            plans.Add(plan);
            live = left;
        }

        return plans;
    }

    protected override Task<LiveAdminPolicies> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, AdminPolicyOptions options) =>
        new AdminPolicyReader(reader).ReadAsync(options.ReplacementPolicyArn);

    private static (RepairPlan Plan, LiveAdminPolicies Left) PlanPolicy(RepairPlace place, LiveAdminPolicies live, List<RepairSubject> subjects, AdminPolicyOptions options)
    {
        if (!live.Policies.TryGetValue(subjects[0].ResourceId, out var policy))
        {
            return (RepairPlan.Skipped(subjects, RepairReasonCode.ResourceGone, "The policy does not exist any more."), live);
        }

        if (policy.Document is not { } document || policy.Meaning is null)
        {
            return (RepairPlan.Skipped(subjects, ReasonCode.PolicyUnparsable, $"Version {policy.DefaultVersionId} cannot be read, so it is left as it is."), live);
        }

        var settings = options.ControlParameters.For(subjects[0].Control, isStrict: false);
        return NarrowedPolicy.Of(document, settings.IsOn("IncludeNotAction")) is { } narrowed
            ? new AdminPolicyPlan(place, options, live, policy, narrowed, subjects).Make()
            : (new RepairPlan { Subjects = subjects }, live);
    }
}
