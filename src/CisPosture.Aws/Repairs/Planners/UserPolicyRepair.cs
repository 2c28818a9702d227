using CisPosture.Aws.Calls;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 1.16: gives users the policies that they hold themselves through a group instead. The group is complete and the user in it before
/// anything is taken from the user, and nobody gains what he did not hold.
/// </summary>
internal sealed class UserPolicyRepair : RepairFrom<LiveUserPolicies, UserPolicyOptions>
{
    public override string Command => "Repair-CisUserPolicy";

    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveUserPolicies live, IReadOnlyList<RepairSubject> subjects, UserPolicyOptions options)
    {
        var holders = live.Users.Values.Select(read => read.TryGet(out var user, out _) ? user : null).OfType<LivePolicyUser>().Where(user => !user.Policies.IsEmpty).ToList();
        return [.. subjects.GroupBy(subject => subject.ResourceId, StringComparer.Ordinal).Select(user => PlanUser(place, live, holders, [.. user], options))];
    }

    protected override Task<LiveUserPolicies> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, UserPolicyOptions options) =>
        new UserPolicyReader(reader).ReadAsync(subjects.Select(subject => subject.ResourceId), options.GroupName);

    // A run that was ended half-way has left the user less than the group was made for, so that the name does not tell it any more.
    private static string GroupOf(LiveUserPolicies live, LivePolicyUser user) =>
        user.Groups.FirstOrDefault(name => live.Groups.TryGetValue(name, out var read) && read.TryGet(out var group, out _) && group.Path == Ownership.IamPath && group.Covers(user))
            ?? user.Policies.GroupName;

    private static RepairPlan PlanUser(RepairPlace place, LiveUserPolicies live, List<LivePolicyUser> holders, List<RepairSubject> subjects, UserPolicyOptions options)
    {
        if (!live.Users[subjects[0].ResourceId].TryGet(out var user, out var gap))
        {
            return gap.ErrorCode == ErrorCodes.NoSuchEntity
                ? RepairPlan.Skipped(subjects, RepairReasonCode.ResourceGone, "The user does not exist any more.")
                : RepairPlan.Skipped(subjects, gap.ReasonCode, GapVerdict.Sentence(gap));
        }

        if (user.Policies.IsEmpty)
        {
            return new RepairPlan { Subjects = subjects };
        }

        return live.Groups[options.GroupName ?? GroupOf(live, user)].TryGet(out var group, out var unread)
            ? new UserPolicyPlan(place, options, user, group, holders, subjects).Make()
            : RepairPlan.Skipped(subjects, unread.ReasonCode, GapVerdict.Sentence(unread));
    }
}
