using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The plan that moves the policies of one user into a group.</summary>
internal sealed class UserPolicyPlan(
    RepairPlace place, UserPolicyOptions options, LivePolicyUser user, LivePolicyGroup group, IReadOnlyList<LivePolicyUser> holders, IReadOnlyList<RepairSubject> subjects)
{
    private const int GroupsPerUser = 10;
    private const int PoliciesPerGroup = 10;
    private const int InlineCharactersPerGroup = 5120;

    private static readonly GroupSetting Groups = new();
    private static readonly GroupMemberSetting Members = new();
    private static readonly AttachedPolicySetting Attachments = new();
    private static readonly GroupPolicySetting GroupPolicies = new();
    private static readonly UserPolicySetting UserPolicies = new();

    private static readonly SettingReading Present = new(RepairState.Empty);

    public RepairPlan Make() => CallerObstacle() ?? GroupObstacle() ?? GainObstacle() ?? QuotaObstacle() ?? Move();

    private string UserName => IamName.Of(user.Arn);

    private bool IsMember => user.Groups.Contains(group.Name, StringComparer.Ordinal);

    private IEnumerable<string> ToAttach => user.Policies.Attached.Except(group.Policies.Attached, StringComparer.Ordinal);

    private IEnumerable<KeyValuePair<string, RepairState>> ToWrite => user.Policies.Inline.Where(policy => !group.Policies.Inline.ContainsKey(policy.Key));

    private RepairPlan? CallerObstacle() => place.CallerArn == user.Arn && !options.Force
        ? Skip(RepairReasonCode.InUse, $"{UserName} is the caller, whose own rights would change under this very run.", "Repair-CisUserPolicy -Force")
        : null;

    private RepairPlan? GroupObstacle()
    {
        if (options.GroupName is not null && !group.Covers(user) && holders.Where(holder => !group.Covers(holder)).Select(holder => holder.Policies.Identity).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            return Skip(
                RepairReasonCode.ChoiceNeeded,
                $"The users hold different policies, and one group {group.Name} would give each of them what the others hold. Leave -GroupName out to get a group for each set, or mend one set at a time.");
        }

        return options.GroupName is null && group.Path is { } path && path != Ownership.IamPath
            ? Skip(RepairReasonCode.ForeignResource, $"A group {group.Name} exists at {path} that CisPosture has not made. To use it, name it with -GroupName.")
            : null;
    }

    private RepairPlan? GainObstacle()
    {
        var gained = user.Policies.Lacks(group.Policies);
        if (!IsMember && gained.Count > 0)
        {
            return Skip(RepairReasonCode.ChoiceNeeded, $"In group {group.Name} user {UserName} would gain {Listed(gained)}. Name another group with -GroupName.");
        }

        var lacking = group.Policies.Lacks(user.Policies);
        var equals = holders.Where(holder => holder.Policies.Identity == user.Policies.Identity).Select(holder => IamName.Of(holder.Arn));
        var others = group.Members.Except(equals, StringComparer.Ordinal).ToList();
        return lacking.Count > 0 && others.Count > 0
            ? Skip(RepairReasonCode.ChoiceNeeded, $"Group {group.Name} would get {Listed(lacking)}, which its members {Listed(others)} would gain. Name another group with -GroupName.")
            : null;
    }

    private RepairPlan? QuotaObstacle()
    {
        if (!IsMember && user.Groups.Count >= GroupsPerUser)
        {
            return Skip(RepairReasonCode.QuotaExceeded, $"User {UserName} is in {user.Groups.Count} groups already, and AWS allows {GroupsPerUser}. Take the user out of one first.");
        }

        if (group.Policies.Attached.Union(user.Policies.Attached, StringComparer.Ordinal).Count() > PoliciesPerGroup)
        {
            return Skip(RepairReasonCode.QuotaExceeded, $"User {UserName} holds {user.Policies.Attached.Count} managed policies, and a group takes {PoliciesPerGroup}. Join some of them first.");
        }

        var size = group.Policies.Inline.Values.Concat(ToWrite.Select(policy => policy.Value)).Sum(IamDocument.Size);
        return size > InlineCharactersPerGroup
            ? Skip(RepairReasonCode.QuotaExceeded, $"The inline policies of user {UserName} have {size} characters, and a group takes {InlineCharactersPerGroup}. Make managed policies of some first.")
            : null;
    }

    private RepairPlan Move() => new()
    {
        Subjects = subjects,
        Warnings = [.. user.Policies.Inline.Where(policy => policy.Value.Json.Contains(user.Arn)).Select(policy => $"Policy {policy.Key} names {user.Arn} itself, and goes on to do so in group {group.Name}.")],
        Steps = [.. FillGroup(), .. Join(), .. Empty()],
    };

    private IEnumerable<RepairStep> FillGroup()
    {
        if (!group.Exists)
        {
            yield return Groups.Step(place, GroupSetting.Target(place, group.Arn), SettingReading.Missing, GroupSetting.Owned, $"Make group {group.Name}");
        }

        foreach (var policy in ToAttach)
        {
            yield return Attachments.Step(
                place, AttachedPolicySetting.Target(place, IamHolder.Group, group.Arn, policy), SettingReading.Missing, RepairState.Empty, $"Attach {IamName.Of(policy)} to group {group.Name}");
        }

        foreach (var policy in ToWrite)
        {
            yield return GroupPolicies.Step(place, GroupPolicySetting.Target(place, group.Arn, policy.Key), SettingReading.Missing, policy.Value, $"Write policy {policy.Key} into group {group.Name}");
        }
    }

    private IEnumerable<RepairStep> Join() => IsMember
        ? []
        : [Members.Step(place, GroupMemberSetting.Target(place, user.Arn, group.Name), SettingReading.Missing, RepairState.Empty, $"Put user {UserName} into group {group.Name}")];

    private IEnumerable<RepairStep> Empty() =>
    [
        .. user.Policies.Attached.Select(policy => Attachments.Step(
            place, AttachedPolicySetting.Target(place, IamHolder.User, user.Arn, policy), Present, after: null, $"Detach {IamName.Of(policy)} from user {UserName}")),
        .. user.Policies.Inline.Select(policy => UserPolicies.Step(
            place, UserPolicySetting.Target(place, user.Arn, policy.Key), new SettingReading(policy.Value), after: null, $"Delete policy {policy.Key} from user {UserName}")),
    ];

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private RepairPlan Skip(string reasonCode, string reason, string? command = null) => RepairPlan.Skipped(subjects, reasonCode, reason, command);
}
