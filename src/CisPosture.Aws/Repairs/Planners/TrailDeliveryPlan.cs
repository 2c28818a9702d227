using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>2.4: gives a trail a log group, and a role that may write into it.</summary>
internal sealed class TrailDeliveryPlan(RepairPlace place, LiveTrails live, IReadOnlyList<RepairSubject> subjects, Trail trail, CloudTrailOptions options)
{
    private static readonly LogGroupSetting Groups = new();
    private static readonly LogRetentionSetting Retention = new();
    private static readonly RoleSetting Roles = new();
    private static readonly RolePolicySetting Policies = new();
    private static readonly TrailLogDeliverySetting Delivery = new();

    private readonly RepairTarget _group = TrailNames.LogGroupTarget(place, trail, options);
    private readonly RepairTarget _role = RoleSetting.Target(place, TrailNames.Role);

    public RepairPlan Make() => Obstacle() ?? new RepairPlan { Subjects = subjects, Steps = IsDelivering ? [] : [.. Steps().OfType<RepairStep>()] };

    private bool IsDelivering => live.Of(Delivery.Target(trail.HomeRegion, trail.Arn)).State?.Text(TrailLogDeliverySetting.LogGroupArn) is not null;

    private RepairPlan? Obstacle()
    {
        if (IsDelivering)
        {
            return null;
        }

        if (options.LogGroupName is null && live.Of(_group).State is { } group && group.Text(LogGroupSetting.Owner) is null)
        {
            return Foreign($"Log group {TrailNames.LogGroup(trail, options)} in {trail.HomeRegion} exists and was not made by CisPosture. To deliver there, name it with -LogGroupName.");
        }

        return live.Of(_role).State is { } role && role.Text(RoleSetting.Owner) is null
            ? Foreign($"Role {TrailNames.Role} exists and was not made by CisPosture. Rename or remove it.")
            : null;
    }

    private IEnumerable<RepairStep?> Steps()
    {
        var groupArn = $"{LogGroupSetting.Arn(place, trail.HomeRegion, TrailNames.LogGroup(trail, options))}:*";
        var stream = $"{groupArn.Substring(0, groupArn.Length - 1)}log-stream:{place.AccountId}_CloudTrail_{trail.HomeRegion}*";
        yield return live.Of(_group).State is null ? Change(Groups, _group, LogGroupSetting.OwnedBy(TrailNames.Owner), "Make a log group for the trail") : null;
        yield return live.Settings.Furnish(place, _group, Retention, TrailNames.RetentionTarget(place, trail, options), LogRetentionSetting.Of(options.RetentionDays), "Say how long its events are kept");
        yield return live.Of(_role).State is null
            ? Change(Roles, _role, RoleSetting.Trusting(TrailNames.Owner, RoleSetting.TrustOfService(place, "cloudtrail.amazonaws.com")), "Make a role for trails")
            : null;
        yield return Change(Policies, TrailNames.RolePolicyTarget(place, trail), RolePolicySetting.Allowing(["logs:CreateLogStream", "logs:PutLogEvents"], [stream]), "Let the role write into the log group");
        yield return Change(Delivery, Delivery.Target(trail.HomeRegion, trail.Arn), TrailLogDeliverySetting.Of(groupArn, RoleSetting.Arn(place, TrailNames.Role)), "Let the trail deliver to the log group");
    }

    private RepairStep? Change(Setting setting, RepairTarget target, RepairState after, string description) => live.Settings.Change(place, setting, target, after, description);

    private RepairPlan Foreign(string reason) => RepairPlan.Skipped(subjects, RepairReasonCode.ForeignResource, reason);
}
