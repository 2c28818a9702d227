namespace Amazon.IdentityManagement.Model;

internal sealed class AttachedPermissionsBoundary
{
    public string? PermissionsBoundaryType { get; set; }

    public string? PermissionsBoundaryArn { get; set; }
}
