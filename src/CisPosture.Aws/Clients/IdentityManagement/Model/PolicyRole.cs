namespace Amazon.IdentityManagement.Model;

internal sealed class PolicyRole
{
    public string? RoleName { get; set; }

    public string? RoleId { get; set; }
}
