using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Policies written into users, groups and roles.</summary>
internal static class InlinePolicyOperations
{
    public static ApiResult PutUserPolicy(ApiCall call) => Put(call, IdentityKind.User);

    public static ApiResult PutGroupPolicy(ApiCall call) => Put(call, IdentityKind.Group);

    public static ApiResult PutRolePolicy(ApiCall call) => Put(call, IdentityKind.Role);

    public static ApiResult GetUserPolicy(ApiCall call) => Get(call, IdentityKind.User);

    public static ApiResult GetGroupPolicy(ApiCall call) => Get(call, IdentityKind.Group);

    public static ApiResult GetRolePolicy(ApiCall call) => Get(call, IdentityKind.Role);

    public static ApiResult DeleteUserPolicy(ApiCall call) => Delete(call, IdentityKind.User);

    public static ApiResult DeleteGroupPolicy(ApiCall call) => Delete(call, IdentityKind.Group);

    public static ApiResult DeleteRolePolicy(ApiCall call) => Delete(call, IdentityKind.Role);

    public static ApiResult ListUserPolicies(ApiCall call) => List(call, IdentityKind.User);

    public static ApiResult ListGroupPolicies(ApiCall call) => List(call, IdentityKind.Group);

    public static ApiResult ListRolePolicies(ApiCall call) => List(call, IdentityKind.Role);

    /// <summary>A policy of the same name is replaced. The quota is for all inline policies together.</summary>
    private static ApiResult Put(ApiCall call, IdentityKind kind)
    {
        var name = IamNames.Name(call, "PolicyName", 128);
        var document = IamDocuments.Identity(call);
        var identity = kind.FindToChange(call);
        var policies = identity.InlinePolicies;
        var size = IamDocuments.Size(document) + policies.Where(policy => policy.Name != name).Sum(policy => IamDocuments.Size(policy.Document));
        if (size > kind.InlineQuota) throw IamErrors.LimitExceeded($"Maximum policy size of {kind.InlineQuota} bytes exceeded for {kind.LowerName} {identity.Name}");
        if (policies.Find(policy => policy.Name == name) is { } present) present.Document = document;
        else policies.Add(new InlinePolicy { Name = name, Document = document });
        return ApiResult.Empty;
    }

    private static ApiResult Get(ApiCall call, IdentityKind kind)
    {
        var identity = kind.Find(call);
        var policy = Find(call, kind, identity);
        return new Structure
        {
            [$"{kind.Name}Name"] = identity.Name,
            ["PolicyName"] = policy.Name,
            ["PolicyDocument"] = IamShapes.Document(policy.Document),
        };
    }

    private static ApiResult Delete(ApiCall call, IdentityKind kind)
    {
        var identity = kind.FindToChange(call);
        identity.InlinePolicies.Remove(Find(call, kind, identity));
        return ApiResult.Empty;
    }

    private static ApiResult List(ApiCall call, IdentityKind kind) =>
        IamPaging.Answer(IamPaging.Page(call, kind.Find(call).InlinePolicies), "PolicyNames", policy => policy.Name);

    private static InlinePolicy Find(ApiCall call, IdentityKind kind, IamIdentity identity)
    {
        var name = call.Input.Required("PolicyName");
        return identity.InlinePolicies.Find(policy => policy.Name == name) ?? throw IamErrors.NoSuchEntity($"The {kind.LowerName} policy with name {name} cannot be found.");
    }
}
