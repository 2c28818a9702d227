using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>A user, group or role that uses a policy.</summary>
internal sealed record PolicyHolder(string Kind, Structure Answer)
{
    public static IEnumerable<PolicyHolder> Of(ApiCall call, string policyArn)
    {
        var iam = call.Account.Iam;
        var filter = call.Input.OneOf("EntityFilter", "User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");
        var usage = call.Input.OneOf("PolicyUsageFilter", "PermissionsPolicy", "PermissionsBoundary");
        var groups = iam.Groups.Where(group => Uses(group, null)).Select(Holder);
        var users = iam.Users.Where(user => Uses(user, user.PermissionsBoundary)).Select(Holder);
        var roles = iam.Roles.Where(role => Uses(role, role.PermissionsBoundary)).Select(Holder);
        return groups.Concat(users).Concat(roles).Where(holder => filter is null || filter == holder.Kind);

        bool Uses(IamIdentity identity, string? boundary) =>
            IamLookup.IsUnder(identity.Path, call)
            && ((usage != "PermissionsBoundary" && identity.AttachedPolicies.Contains(policyArn, StringComparer.Ordinal)) || (usage != "PermissionsPolicy" && boundary == policyArn));
    }

    private static PolicyHolder Holder(IamGroup group) => new("Group", new Structure { ["GroupName"] = group.Name, ["GroupId"] = group.GroupId });

    private static PolicyHolder Holder(IamUser user) => new("User", new Structure { ["UserName"] = user.Name, ["UserId"] = user.UserId });

    private static PolicyHolder Holder(IamRole role) => new("Role", new Structure { ["RoleName"] = role.Name, ["RoleId"] = role.RoleId });
}
