using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Writes what several IAM operations answer with.</summary>
internal static class IamShapes
{
    public static Structure User(SandboxAccount account, IamUser user) => new()
    {
        ["Path"] = user.Path,
        ["UserName"] = user.Name,
        ["UserId"] = user.UserId,
        ["Arn"] = IamLookup.UserArn(account, user),
        ["CreateDate"] = user.CreateDate,
        ["PasswordLastUsed"] = user.PasswordLastUsed,
    };

    public static Structure Group(SandboxAccount account, IamGroup group) => new()
    {
        ["Path"] = group.Path,
        ["GroupName"] = group.Name,
        ["GroupId"] = group.GroupId,
        ["Arn"] = IamLookup.GroupArn(account, group),
        ["CreateDate"] = group.CreateDate,
    };

    public static Structure Policy(SandboxAccount account, ManagedPolicy policy) => new()
    {
        ["PolicyName"] = policy.Policy.Name,
        ["PolicyId"] = policy.Policy.PolicyId,
        ["Arn"] = policy.Arn,
        ["Path"] = policy.Policy.Path,
        ["DefaultVersionId"] = policy.Policy.DefaultVersionId,
        ["AttachmentCount"] = policy.AttachmentCount(account.Iam),
        ["PermissionsBoundaryUsageCount"] = policy.BoundaryCount(account.Iam),
        ["IsAttachable"] = policy.IsAttachable,
        ["CreateDate"] = policy.Policy.CreateDate,
        ["UpdateDate"] = policy.Policy.Versions[^1].CreateDate,
    };

    public static Structure Role(SandboxAccount account, IamRole role) => new()
    {
        ["Path"] = role.Path,
        ["RoleName"] = role.Name,
        ["RoleId"] = role.RoleId,
        ["Arn"] = IamLookup.RoleArn(account, role),
        ["CreateDate"] = role.CreateDate,
        ["AssumeRolePolicyDocument"] = Document(role.AssumeRolePolicyDocument),
        ["Description"] = role.Description,
        ["MaxSessionDuration"] = role.MaxSessionDuration,
        ["PermissionsBoundary"] = Boundary(role.PermissionsBoundary),
        ["Tags"] = Tags(role.Tags),
    };

    /// <summary>When a role was last used; empty where AWS knows of no use.</summary>
    public static Structure LastUsed(IamRole role) => role.LastUsed is { } used ? new Structure { ["LastUsedDate"] = used, ["Region"] = "us-east-1" } : new Structure();

    public static Structure InstanceProfile(SandboxAccount account, IamRole role, string name) => new()
    {
        ["Path"] = "/",
        ["InstanceProfileName"] = name,
        ["InstanceProfileId"] = UniqueId.Of("AIPA", name),
        ["Arn"] = account.Arn("iam", "", $"instance-profile/{name}"),
        ["CreateDate"] = role.CreateDate,
        ["Roles"] = new[] { Role(account, role) },
    };

    public static Structure Version(IamPolicy policy, PolicyVersion version)
    {
        var answer = VersionWithoutDocument(policy, version);
        answer.Add("Document", Document(version.Document));
        return answer;
    }

    public static Structure VersionWithoutDocument(IamPolicy policy, PolicyVersion version) => new()
    {
        ["VersionId"] = version.VersionId,
        ["IsDefaultVersion"] = version.VersionId == policy.DefaultVersionId,
        ["CreateDate"] = version.CreateDate,
    };

    public static IEnumerable<Structure> Inline(IamIdentity identity) => identity.InlinePolicies.Select(policy => new Structure
    {
        ["PolicyName"] = policy.Name,
        ["PolicyDocument"] = Document(policy.Document),
    });

    public static IEnumerable<Structure> Attached(IamIdentity identity) => identity.AttachedPolicies.Select(Attached);

    public static Structure Attached(string arn) => new()
    {
        ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..],
        ["PolicyArn"] = arn,
    };

    public static Structure? Boundary(string? arn) => arn is null ? null : new Structure
    {
        ["PermissionsBoundaryType"] = "PermissionsBoundaryPolicy",
        ["PermissionsBoundaryArn"] = arn,
    };

    public static IEnumerable<Structure>? Tags(IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : tags.Select(tag => new Structure { ["Key"] = tag.Key, ["Value"] = tag.Value });

    /// <summary>IAM sends documents percent-encoded by RFC 3986.</summary>
    public static string Document(string document) => Uri.EscapeDataString(document);
}
