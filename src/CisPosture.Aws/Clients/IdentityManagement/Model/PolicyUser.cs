namespace Amazon.IdentityManagement.Model;

internal sealed class PolicyUser
{
    public string? UserName { get; set; }

    public string? UserId { get; set; }
}
