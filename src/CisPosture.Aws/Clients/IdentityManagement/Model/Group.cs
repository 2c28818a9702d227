namespace Amazon.IdentityManagement.Model;

internal sealed class Group
{
    public string? GroupName { get; set; }

    public string? GroupId { get; set; }

    public string? Arn { get; set; }
}
