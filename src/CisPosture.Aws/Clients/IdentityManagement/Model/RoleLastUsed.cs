namespace Amazon.IdentityManagement.Model;

internal sealed class RoleLastUsed
{
    public DateTime? LastUsedDate { get; set; }

    public string? Region { get; set; }
}
