using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class PolicyOperations
{
    private const int Quota = 1500;

    public static ApiResult ListPolicies(ApiCall call)
    {
        var usage = call.Input.OneOf("PolicyUsageFilter", "PermissionsPolicy", "PermissionsBoundary");
        var onlyAttached = call.Input.Flag("OnlyAttached") ?? false;
        var policies = InScope(call).Where(policy => IamLookup.IsUnder(policy.Policy.Path, call) && IsUsed(policy, call.Account.Iam, usage, onlyAttached)).ToArray();
        return IamPaging.Answer(IamPaging.Page(call, policies), "Policies", policy => IamShapes.Policy(call.Account, policy));
    }

    public static ApiResult GetPolicy(ApiCall call)
    {
        var policy = IamLookup.Policy(call);
        return new Structure { ["Policy"] = WithTags(call.Account, policy) };
    }

    public static ApiResult CreatePolicy(ApiCall call)
    {
        var name = IamNames.Name(call, "PolicyName", 128);
        var policy = new IamPolicy
        {
            Name = name,
            Path = IamNames.Path(call),
            Id = UniqueId.Of("ANPA", call.RequestId),
            Description = IamNames.Description(call),
            CreateDate = call.WholeSecond,
            Versions = [new PolicyVersion { CreateDate = call.WholeSecond, Document = IamDocuments.Managed(call) }],
            Tags = IamTags.Read(call),
        };
        var policies = call.Account.Iam.Policies;
        if (policies.Exists(other => IamLookup.SameName(other.Name, name))) throw IamErrors.AlreadyExists($"A policy called {name} already exists. Duplicate names are not allowed.");
        if (policies.Count >= Quota) throw IamErrors.OverQuota("PoliciesPerAccount", Quota);
        policies.Add(policy);
        return new Structure { ["Policy"] = WithTags(call.Account, ManagedPolicy.Local(call.Account).Last()) };
    }

    public static ApiResult DeletePolicy(ApiCall call)
    {
        var policy = IamLookup.PolicyToChange(call);
        var managed = IamLookup.Policy(call);
        if (managed.AttachmentCount(call.Account.Iam) + managed.BoundaryCount(call.Account.Iam) > 0) throw IamErrors.DeleteConflict("Cannot delete a policy attached to entities.");
        if (policy.Versions.Count > 1) throw IamErrors.DeleteConflict("This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        call.Account.Iam.Policies.Remove(policy);
        return ApiResult.Empty;
    }

    public static ApiResult TagPolicy(ApiCall call)
    {
        IamTags.Add(call, IamLookup.PolicyToChange(call).Tags);
        return ApiResult.Empty;
    }

    public static ApiResult UntagPolicy(ApiCall call)
    {
        IamTags.Remove(call, IamLookup.PolicyToChange(call).Tags);
        return ApiResult.Empty;
    }

    public static ApiResult ListPolicyTags(ApiCall call) => IamTags.List(call, IamLookup.Policy(call).Policy.Tags);

    public static ApiResult ListEntitiesForPolicy(ApiCall call)
    {
        var arn = IamLookup.Policy(call).Arn;
        var page = IamPaging.Page(call, PolicyHolder.Of(call, arn).ToArray());
        var answer = new Structure
        {
            ["PolicyGroups"] = page.Items.Where(holder => holder.Kind == "Group").Select(holder => holder.Answer),
            ["PolicyUsers"] = page.Items.Where(holder => holder.Kind == "User").Select(holder => holder.Answer),
            ["PolicyRoles"] = page.Items.Where(holder => holder.Kind == "Role").Select(holder => holder.Answer),
        };
        IamPaging.Close(answer, page);
        return answer;
    }

    private static Structure WithTags(SandboxAccount account, ManagedPolicy policy)
    {
        var answer = IamShapes.Policy(account, policy);
        answer.Add("Description", policy.Policy.Description);
        answer.Add("Tags", IamShapes.Tags(policy.Policy.Tags));
        return answer;
    }

    private static IEnumerable<ManagedPolicy> InScope(ApiCall call) => call.Input.OneOf("Scope", "All", "AWS", "Local") switch
    {
        "AWS" => ManagedPolicy.AwsManaged(call.Account),
        "Local" => ManagedPolicy.Local(call.Account),
        _ => ManagedPolicy.All(call.Account),
    };

    private static bool IsUsed(ManagedPolicy policy, IamState iam, string? usage, bool onlyAttached) => usage switch
    {
        "PermissionsPolicy" => policy.AttachmentCount(iam) > 0,
        "PermissionsBoundary" => policy.BoundaryCount(iam) > 0,
        _ => !onlyAttached || policy.AttachmentCount(iam) > 0,
    };
}
