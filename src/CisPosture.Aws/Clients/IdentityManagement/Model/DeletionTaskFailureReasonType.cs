namespace Amazon.IdentityManagement.Model;

internal sealed class DeletionTaskFailureReasonType
{
    public string? Reason { get; set; }

    public List<RoleUsageType>? RoleUsageList { get; set; }
}
