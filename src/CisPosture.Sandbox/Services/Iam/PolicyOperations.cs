using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class PolicyOperations
{
    public static ApiResult ListPolicies(ApiCall call)
    {
        var usage = call.Input.OneOf("PolicyUsageFilter", "PermissionsPolicy", "PermissionsBoundary");
        var onlyAttached = call.Input.Flag("OnlyAttached") ?? false;
        var policies = InScope(call).Where(policy => IamLookup.IsUnder(policy.Policy.Path, call) && IsUsed(policy, call.Account.Iam, usage, onlyAttached)).ToArray();
        return IamPaging.Answer(IamPaging.Page(call, policies), "Policies", policy => IamShapes.Policy(call.Account, policy));
    }

    public static ApiResult GetPolicyVersion(ApiCall call)
    {
        var policy = IamLookup.Policy(call).Policy;
        var id = call.Input.Required("VersionId");
        var version = policy.Versions.Find(version => version.VersionId == id) ?? throw IamLookup.NoSuchEntity($"Policy {call.Input.Text("PolicyArn")} version {id} does not exist or is not attachable.");
        return new Structure { ["PolicyVersion"] = IamShapes.Version(policy, version) };
    }

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
