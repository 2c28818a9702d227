using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class AuthorizationOperations
{
    private static readonly string[] Kinds = ["User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy"];

    /// <summary>One sequence of all kinds is paged, so a page may end with users and the next begin with groups.</summary>
    public static ApiResult GetAccountAuthorizationDetails(ApiCall call)
    {
        var asked = call.Input.AllOf("Filter", "User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");
        var details = Kinds.Where(kind => asked.Count == 0 || asked.Contains(kind, StringComparer.Ordinal)).SelectMany(kind => Details(kind, call.Account)).ToArray();
        var page = IamPaging.Page(call, details);
        var answer = new Structure
        {
            ["UserDetailList"] = OfKind("User"),
            ["GroupDetailList"] = OfKind("Group"),
            ["RoleDetailList"] = OfKind("Role"),
            ["Policies"] = OfKind("LocalManagedPolicy", "AWSManagedPolicy"),
        };
        IamPaging.Close(answer, page);
        return answer;

        IEnumerable<Structure> OfKind(params string[] kinds) => page.Items.Where(detail => kinds.Contains(detail.Kind, StringComparer.Ordinal)).Select(detail => detail.Write());
    }

    private static IEnumerable<(string Kind, Func<Structure> Write)> Details(string kind, SandboxAccount account) => kind switch
    {
        "User" => account.Iam.Users.Select(user => (kind, (Func<Structure>)(() => User(account, user)))),
        "Group" => account.Iam.Groups.Select(group => (kind, (Func<Structure>)(() => Group(account, group)))),
        "Role" => account.Iam.Roles.Select(role => (kind, (Func<Structure>)(() => Role(account, role)))),
        "LocalManagedPolicy" => ManagedPolicy.Local(account).Select(policy => (kind, (Func<Structure>)(() => Policy(account, policy)))),
        _ => ManagedPolicy.AwsManaged(account).Select(policy => (kind, (Func<Structure>)(() => Policy(account, policy)))),
    };

    private static Structure User(SandboxAccount account, IamUser user) => new()
    {
        ["Path"] = user.Path,
        ["UserName"] = user.Name,
        ["UserId"] = user.UserId,
        ["Arn"] = IamLookup.UserArn(account, user),
        ["CreateDate"] = user.CreateDate,
        ["UserPolicyList"] = user.InlinePolicies.Count == 0 ? null : IamShapes.Inline(user),
        ["GroupList"] = user.Groups,
        ["AttachedManagedPolicies"] = IamShapes.Attached(user),
        ["PermissionsBoundary"] = IamShapes.Boundary(user.PermissionsBoundary),
        ["Tags"] = IamShapes.Tags(user.Tags),
    };

    private static Structure Group(SandboxAccount account, IamGroup group) => new()
    {
        ["Path"] = group.Path,
        ["GroupName"] = group.Name,
        ["GroupId"] = group.GroupId,
        ["Arn"] = IamLookup.GroupArn(account, group),
        ["CreateDate"] = group.CreateDate,
        ["GroupPolicyList"] = IamShapes.Inline(group),
        ["AttachedManagedPolicies"] = IamShapes.Attached(group),
    };

    private static Structure Role(SandboxAccount account, IamRole role) => new()
    {
        ["Path"] = role.Path,
        ["RoleName"] = role.Name,
        ["RoleId"] = role.RoleId,
        ["Arn"] = IamLookup.RoleArn(account, role),
        ["CreateDate"] = role.CreateDate,
        ["AssumeRolePolicyDocument"] = IamShapes.Document(role.AssumeRolePolicyDocument),
        ["InstanceProfileList"] = role.InstanceProfiles.Select(name => IamShapes.InstanceProfile(account, role, name)),
        ["RolePolicyList"] = IamShapes.Inline(role),
        ["AttachedManagedPolicies"] = IamShapes.Attached(role),
        ["PermissionsBoundary"] = IamShapes.Boundary(role.PermissionsBoundary),
        ["Tags"] = IamShapes.Tags(role.Tags),
        ["RoleLastUsed"] = IamShapes.LastUsed(role),
    };

    private static Structure Policy(SandboxAccount account, ManagedPolicy policy)
    {
        var answer = IamShapes.Policy(account, policy);
        answer.Add("PolicyVersionList", policy.Policy.Versions.AsEnumerable().Reverse().Select(version => IamShapes.Version(policy.Policy, version)));
        return answer;
    }
}
