namespace Amazon.IdentityManagement.Model;

internal sealed class Role
{
    public string? RoleName { get; set; }

    public string? RoleId { get; set; }

    public string? Arn { get; set; }

    public string? AssumeRolePolicyDocument { get; set; }
}
