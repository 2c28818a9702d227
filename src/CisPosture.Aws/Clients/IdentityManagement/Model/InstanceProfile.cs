namespace Amazon.IdentityManagement.Model;

internal sealed class InstanceProfile
{
    public string? InstanceProfileName { get; set; }
}
