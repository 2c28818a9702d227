namespace Amazon.IdentityManagement.Model;

internal sealed class AttachedPolicyType
{
    public string? PolicyName { get; set; }

    public string? PolicyArn { get; set; }
}
