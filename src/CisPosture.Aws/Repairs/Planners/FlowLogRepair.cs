using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 2.9: gives a VPC a flow log of rejected traffic, into one log group a Region. The traffic of a flow log cannot be changed afterwards, so that
/// one that records too little stays, and another comes beside it.
/// </summary>
internal sealed class FlowLogRepair : RepairFrom<LiveSettings, FlowLogOptions>
{
    private const string Role = "CisPosture-FlowLogs";

    private static readonly string[] Actions = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"];

    private static readonly LogGroupSetting Groups = new();
    private static readonly LogRetentionSetting Retention = new();
    private static readonly RoleSetting Roles = new();
    private static readonly RolePolicySetting Policies = new();
    private static readonly FlowLogSetting Logs = new();

    public override string Command => "Repair-CisFlowLog";

    public override IReadOnlyList<RepairPlan> Plan(
        RepairPlace place, LiveSettings live, IReadOnlyList<RepairSubject> subjects, FlowLogOptions options) =>
        [.. subjects.Select(subject => PlanVpc(place, live, subject, options))];

    protected override Task<LiveSettings> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, FlowLogOptions options) =>
        LiveSettings.ReadAsync(reader, subjects.SelectMany(subject => Targets(reader.Place, subject, options)));

    private static IEnumerable<RepairTarget> Targets(RepairPlace place, RepairSubject subject, FlowLogOptions options) =>
    [
        LogGroupSetting.Target(place, subject.Region, GroupOf(options)),
        LogRetentionSetting.Target(place, subject.Region, GroupOf(options)),
        RoleSetting.Target(place, Role),
        RolePolicySetting.Target(place, Role, subject.Region),
        FlowLogSetting.Target(subject.Region, subject.ResourceId),
    ];

    private static string GroupOf(FlowLogOptions options) => options.LogGroupName ?? "CisPosture/VpcFlowLogs";

    private RepairPlan PlanVpc(RepairPlace place, LiveSettings live, RepairSubject subject, FlowLogOptions options)
    {
        var group = LogGroupSetting.Target(place, subject.Region, GroupOf(options));
        var role = RoleSetting.Target(place, Role);
        if (options.LogGroupName is null && live.Of(group).State is { } existing && existing.Text(LogGroupSetting.Owner) is null)
        {
            return Foreign(subject, $"Log group {GroupOf(options)} in {subject.Region} exists and was not made by CisPosture. To deliver there, name it with -LogGroupName.");
        }

        return live.Of(role).State is { } known && known.Text(RoleSetting.Owner) is null
            ? Foreign(subject, $"Role {Role} exists and was not made by CisPosture. Rename or remove it.")
            : new RepairPlan { Subjects = [subject], Steps = [.. Steps(place, live, subject, options).OfType<RepairStep>()] };
    }

    private IEnumerable<RepairStep?> Steps(RepairPlace place, LiveSettings live, RepairSubject subject, FlowLogOptions options)
    {
        var (region, name) = (subject.Region, GroupOf(options));
        var group = LogGroupSetting.Target(place, region, name);
        var role = RoleSetting.Target(place, Role);
        yield return live.Of(group).State is null ? Change(Groups, group, LogGroupSetting.OwnedBy(Command), "Make a log group for flow logs") : null;
        yield return live.Furnish(place, group, Retention, LogRetentionSetting.Target(place, region, name), LogRetentionSetting.Of(options.RetentionDays), "Say how long its events are kept");
        yield return live.Of(role).State is null
            ? Change(Roles, role, RoleSetting.Trusting(Command, RoleSetting.TrustOfService(place, "vpc-flow-logs.amazonaws.com")), "Make a role for flow logs")
            : null;
        yield return Change(Policies, RolePolicySetting.Target(place, Role, region), RolePolicySetting.Allowing(Actions, [group.ResourceId, $"{group.ResourceId}:*"]), "Let the role write into the log group");
        yield return Change(Logs, FlowLogSetting.Target(region, subject.ResourceId), FlowLogSetting.Rejected(name, RoleSetting.Arn(place, Role)), "Log the traffic that the VPC rejects");

        RepairStep? Change(Setting setting, RepairTarget target, RepairState after, string description) => live.Change(place, setting, target, after, description);
    }

    private static RepairPlan Foreign(RepairSubject subject, string reason) => RepairPlan.Skipped([subject], RepairReasonCode.ForeignResource, reason);
}
