using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class GroupOperations
{
    private const int Quota = 300;
    private const int GroupsPerUser = 10;

    public static ApiResult GetGroup(ApiCall call)
    {
        var group = IamLookup.Group(call);
        var before = new Structure { ["Group"] = IamShapes.Group(call.Account, group) };
        return IamPaging.Answer(IamPaging.Page(call, Members(call, group)), "Users", user => IamShapes.User(call.Account, user), before);
    }

    public static ApiResult ListGroupsForUser(ApiCall call)
    {
        var user = IamLookup.NamedUser(call);
        var groups = call.Account.Iam.Groups.Where(group => IsMember(user, group)).ToArray();
        return IamPaging.Answer(IamPaging.Page(call, groups), "Groups", group => IamShapes.Group(call.Account, group));
    }

    public static ApiResult CreateGroup(ApiCall call)
    {
        var name = IamNames.Name(call, "GroupName", 128);
        var group = new IamGroup { Name = name, Path = IamNames.Path(call), Id = UniqueId.Of("AGPA", call.RequestId), CreateDate = call.WholeSecond };
        var groups = call.Account.Iam.Groups;
        if (groups.Exists(other => IamLookup.SameName(other.Name, name))) throw IamErrors.AlreadyExists($"Group with name {name} already exists.");
        if (groups.Count >= Quota) throw IamErrors.OverQuota("GroupsPerAccount", Quota);
        groups.Add(group);
        return new Structure { ["Group"] = IamShapes.Group(call.Account, group) };
    }

    public static ApiResult DeleteGroup(ApiCall call)
    {
        var group = IamLookup.Group(call);
        if (Members(call, group).Count > 0) throw IamErrors.DeleteConflict("Cannot delete entity, must remove users from group first.");
        if (group.AttachedPolicies.Count > 0) throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
        if (group.InlinePolicies.Count > 0) throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
        call.Account.Iam.Groups.Remove(group);
        return ApiResult.Empty;
    }

    /// <summary>Adding a member again is no error.</summary>
    public static ApiResult AddUserToGroup(ApiCall call)
    {
        var (group, user) = (IamLookup.Group(call), IamLookup.NamedUser(call));
        if (IsMember(user, group)) return ApiResult.Empty;
        if (user.Groups.Count >= GroupsPerUser) throw IamErrors.OverQuota("GroupsPerUser", GroupsPerUser);
        user.Groups.Add(group.Name);
        return ApiResult.Empty;
    }

    /// <summary>Taking out somebody who is not a member is no error.</summary>
    public static ApiResult RemoveUserFromGroup(ApiCall call)
    {
        var (group, user) = (IamLookup.Group(call), IamLookup.NamedUser(call));
        user.Groups.RemoveAll(name => IamLookup.SameName(name, group.Name));
        return ApiResult.Empty;
    }

    private static IReadOnlyList<IamUser> Members(ApiCall call, IamGroup group) => call.Account.Iam.Users.Where(user => IsMember(user, group)).ToArray();

    private static bool IsMember(IamUser user, IamGroup group) => user.Groups.Contains(group.Name, StringComparer.OrdinalIgnoreCase);
}
