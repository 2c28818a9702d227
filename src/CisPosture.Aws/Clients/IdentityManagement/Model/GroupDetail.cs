namespace Amazon.IdentityManagement.Model;

internal sealed class GroupDetail
{
    public string? GroupName { get; set; }

    public string? Arn { get; set; }

    public List<PolicyDetail>? GroupPolicyList { get; set; }

    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }
}
