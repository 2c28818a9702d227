namespace Amazon.IdentityManagement.Model;

internal sealed class ManagedPolicyDetail
{
    public string? PolicyName { get; set; }

    public string? Arn { get; set; }

    public string? DefaultVersionId { get; set; }

    public int? AttachmentCount { get; set; }

    public int? PermissionsBoundaryUsageCount { get; set; }

    public List<PolicyVersion>? PolicyVersionList { get; set; }
}
