using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class PolicyVersionOperations
{
    private const int Quota = 5;

    public static ApiResult GetPolicyVersion(ApiCall call)
    {
        var policy = IamLookup.Policy(call).Policy;
        return new Structure { ["PolicyVersion"] = IamShapes.Version(policy, Find(call, policy)) };
    }

    public static ApiResult ListPolicyVersions(ApiCall call)
    {
        var policy = IamLookup.Policy(call).Policy;
        return IamPaging.Answer(IamPaging.Page(call, policy.Versions.AsEnumerable().Reverse().ToArray()), "Versions", version => IamShapes.VersionWithoutDocument(policy, version));
    }

    public static ApiResult CreatePolicyVersion(ApiCall call)
    {
        var document = IamDocuments.Managed(call);
        var isDefault = call.Input.Flag("SetAsDefault") ?? false;
        var policy = IamLookup.PolicyToChange(call);
        if (policy.Versions.Count >= Quota) throw IamErrors.LimitExceeded($"A managed policy can have up to {Quota} versions. Before you create a new version, you must delete an existing version.");
        policy.LastVersion = Math.Max(policy.LastVersion, policy.Versions.Max(version => version.Number)) + 1;
        var version = new PolicyVersion { VersionId = $"v{policy.LastVersion}", CreateDate = call.WholeSecond, Document = document };
        policy.Versions.Add(version);
        if (isDefault) policy.DefaultVersionId = version.VersionId;
        return new Structure { ["PolicyVersion"] = IamShapes.VersionWithoutDocument(policy, version) };
    }

    public static ApiResult DeletePolicyVersion(ApiCall call)
    {
        var policy = IamLookup.PolicyToChange(call);
        var version = Find(call, policy);
        if (version.VersionId == policy.DefaultVersionId) throw IamErrors.DeleteConflict("Cannot delete the default version of a policy.");
        policy.LastVersion = Math.Max(policy.LastVersion, policy.Versions.Max(other => other.Number));
        policy.Versions.Remove(version);
        return ApiResult.Empty;
    }

    public static ApiResult SetDefaultPolicyVersion(ApiCall call)
    {
        var policy = IamLookup.PolicyToChange(call);
        policy.DefaultVersionId = Find(call, policy).VersionId;
        return ApiResult.Empty;
    }

    private static PolicyVersion Find(ApiCall call, IamPolicy policy)
    {
        var id = call.Input.Required("VersionId");
        return policy.Versions.Find(version => version.VersionId == id) ?? throw IamErrors.NoSuchEntity($"Policy {call.Input.Text("PolicyArn")} version {id} does not exist or is not attachable.");
    }
}
