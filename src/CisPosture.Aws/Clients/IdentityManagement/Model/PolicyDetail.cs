namespace Amazon.IdentityManagement.Model;

internal sealed class PolicyDetail
{
    public string? PolicyName { get; set; }

    public string? PolicyDocument { get; set; }
}
