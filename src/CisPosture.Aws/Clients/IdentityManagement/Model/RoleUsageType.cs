namespace Amazon.IdentityManagement.Model;

internal sealed class RoleUsageType
{
    public string? Region { get; set; }

    public List<string>? Resources { get; set; }
}
