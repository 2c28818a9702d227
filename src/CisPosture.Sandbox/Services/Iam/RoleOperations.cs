using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class RoleOperations
{
    private const int Quota = 1000;
    private const int ShortestSession = 3600;
    private const int LongestSession = 43_200;

    public static ApiResult GetRole(ApiCall call)
    {
        var answer = IamShapes.Role(call.Account, IamLookup.Role(call));
        answer.Add("RoleLastUsed", IamShapes.LastUsed(IamLookup.Role(call)));
        return new Structure { ["Role"] = answer };
    }

    public static ApiResult CreateRole(ApiCall call)
    {
        var role = Read(call);
        if (role.IsServiceLinked) throw IamErrors.InvalidInput($"The path {role.Path} is reserved for service-linked roles.");
        if (role.PermissionsBoundary is { } boundary && ManagedPolicy.All(call.Account).All(policy => policy.Arn != boundary)) throw IamErrors.NoSuchEntity($"Scope ARN: {boundary} does not exist or is not attachable.");
        Add(call, role);
        return new Structure { ["Role"] = IamShapes.Role(call.Account, role) };
    }

    public static ApiResult DeleteRole(ApiCall call)
    {
        var role = ToChange(call);
        if (role.AttachedPolicies.Count > 0) throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
        if (role.InlinePolicies.Count > 0) throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
        call.Account.Iam.Roles.Remove(role);
        return ApiResult.Empty;
    }

    public static ApiResult UpdateAssumeRolePolicy(ApiCall call)
    {
        var document = IamDocuments.Trust(call, "PolicyDocument");
        ToChange(call).AssumeRolePolicyDocument = document;
        return ApiResult.Empty;
    }

    public static ApiResult TagRole(ApiCall call)
    {
        IamTags.Add(call, IamLookup.Role(call).Tags);
        return ApiResult.Empty;
    }

    public static ApiResult UntagRole(ApiCall call)
    {
        IamTags.Remove(call, IamLookup.Role(call).Tags);
        return ApiResult.Empty;
    }

    public static ApiResult ListRoleTags(ApiCall call) => IamTags.List(call, IamLookup.Role(call).Tags);

    /// <summary>Other services learn of the new role only after a while.</summary>
    internal static void Add(ApiCall call, IamRole role)
    {
        var roles = call.Account.Iam.Roles;
        if (roles.Exists(other => IamLookup.SameName(other.Name, role.Name))) throw IamErrors.AlreadyExists($"Role with name {role.Name} already exists.");
        if (roles.Count >= Quota) throw IamErrors.OverQuota("RolesPerAccount", Quota);
        role.VisibleFrom = call.Now + call.RolePropagation.Time;
        role.LooksUntilVisible = call.RolePropagation.Looks;
        roles.Add(role);
    }

    private static IamRole Read(ApiCall call) => new()
    {
        Name = IamNames.Name(call, "RoleName", 64),
        Path = IamNames.Path(call),
        Id = UniqueId.Of("AROA", call.RequestId),
        CreateDate = call.WholeSecond,
        Description = IamNames.Description(call),
        MaxSessionDuration = call.Input.Integer("MaxSessionDuration", ShortestSession, LongestSession) ?? ShortestSession,
        PermissionsBoundary = call.Input.Text("PermissionsBoundary"),
        AssumeRolePolicyDocument = IamDocuments.Trust(call, "AssumeRolePolicyDocument"),
        Tags = IamTags.Read(call),
    };

    private static IamRole ToChange(ApiCall call) => (IamRole)IdentityKind.Role.FindToChange(call);
}
