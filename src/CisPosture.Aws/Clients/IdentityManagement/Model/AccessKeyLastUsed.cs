namespace Amazon.IdentityManagement.Model;

internal sealed class AccessKeyLastUsed
{
    public DateTime? LastUsedDate { get; set; }

    public string? ServiceName { get; set; }

    public string? Region { get; set; }
}
