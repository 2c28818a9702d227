namespace Amazon.IdentityManagement.Model;

internal sealed class Group
{
    public string? Path { get; set; }

    public string? GroupName { get; set; }

    public string? GroupId { get; set; }

    public string? Arn { get; set; }

    public DateTime? CreateDate { get; set; }
}
