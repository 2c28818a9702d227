namespace Amazon.IdentityManagement.Model;

internal sealed class RoleDetail
{
    public string? RoleName { get; set; }

    public string? Arn { get; set; }

    public string? AssumeRolePolicyDocument { get; set; }

    public List<InstanceProfile>? InstanceProfileList { get; set; }

    public List<PolicyDetail>? RolePolicyList { get; set; }

    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }

    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }

    public RoleLastUsed? RoleLastUsed { get; set; }
}
