using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Managed policies of users, groups and roles.</summary>
internal static class AttachedPolicyOperations
{
    public static ApiResult AttachUserPolicy(ApiCall call) => Attach(call, IdentityKind.User);

    public static ApiResult AttachGroupPolicy(ApiCall call) => Attach(call, IdentityKind.Group);

    public static ApiResult AttachRolePolicy(ApiCall call) => Attach(call, IdentityKind.Role);

    public static ApiResult DetachUserPolicy(ApiCall call) => Detach(call, IdentityKind.User);

    public static ApiResult DetachGroupPolicy(ApiCall call) => Detach(call, IdentityKind.Group);

    public static ApiResult DetachRolePolicy(ApiCall call) => Detach(call, IdentityKind.Role);

    public static ApiResult ListAttachedUserPolicies(ApiCall call) => List(call, IdentityKind.User);

    public static ApiResult ListAttachedGroupPolicies(ApiCall call) => List(call, IdentityKind.Group);

    public static ApiResult ListAttachedRolePolicies(ApiCall call) => List(call, IdentityKind.Role);

    /// <summary>Attaching what is attached already is no error.</summary>
    private static ApiResult Attach(ApiCall call, IdentityKind kind)
    {
        var identity = kind.FindToChange(call);
        var policy = IamLookup.Policy(call);
        if (!policy.IsAttachable) throw new ApiException("PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.");
        if (identity.AttachedPolicies.Contains(policy.Arn, StringComparer.Ordinal)) return ApiResult.Empty;
        if (identity.AttachedPolicies.Count >= IdentityKind.AttachmentQuota) throw IamErrors.OverQuota($"PoliciesPer{kind.Name}", IdentityKind.AttachmentQuota);
        identity.AttachedPolicies.Add(policy.Arn);
        return ApiResult.Empty;
    }

    private static ApiResult Detach(ApiCall call, IdentityKind kind)
    {
        var identity = kind.FindToChange(call);
        var arn = IamLookup.PolicyArn(call);
        return identity.AttachedPolicies.Remove(arn) ? ApiResult.Empty : throw IamErrors.NoSuchEntity($"Policy {arn} was not found.");
    }

    private static ApiResult List(ApiCall call, IdentityKind kind)
    {
        var attached = kind.Find(call).AttachedPolicies.Where(arn => IamLookup.IsUnder(ManagedPolicy.PathOf(arn), call)).ToArray();
        return IamPaging.Answer(IamPaging.Page(call, attached), "AttachedPolicies", IamShapes.Attached);
    }
}
