using CisPosture.Sandbox.Services.Iam;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Policies;

/// <summary>Roles as the services see them that are to act with them.</summary>
internal static class RoleAccess
{
    /// <summary>The role, where it exists, has reached the service, and lets the service in.</summary>
    public static IamRole? Assumable(ApiCall call, string roleArn, string service, params IEnumerable<KeyValuePair<string, string>> context)
    {
        var role = call.Account.VisibleRole(roleArn, call.Now);
        return role is not null && PolicyEvaluation.Allows([role.AssumeRolePolicyDocument], AccessRequest.OfService(service, "sts:AssumeRole", null, context)) ? role : null;
    }

    /// <summary>Whether the role's policies, within its boundary, allow the action.</summary>
    public static bool Allows(SandboxAccount account, IamRole role, string action, string resource)
    {
        var request = new AccessRequest(action, resource);
        return PolicyEvaluation.Allows([.. role.InlinePolicies.Select(policy => policy.Document), .. role.AttachedPolicies.SelectMany(arn => Documents(account, arn))], request)
            && (role.PermissionsBoundary is null || PolicyEvaluation.Allows(Documents(account, role.PermissionsBoundary), request));
    }

    private static IEnumerable<string> Documents(SandboxAccount account, string policyArn) => ManagedPolicy.All(account)
        .Where(policy => policy.Arn == policyArn)
        .Select(policy => policy.Policy.Versions.Single(version => version.VersionId == policy.Policy.DefaultVersionId).Document);
}
