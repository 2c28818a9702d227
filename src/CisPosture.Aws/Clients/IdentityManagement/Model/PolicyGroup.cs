namespace Amazon.IdentityManagement.Model;

internal sealed class PolicyGroup
{
    public string? GroupName { get; set; }

    public string? GroupId { get; set; }
}
