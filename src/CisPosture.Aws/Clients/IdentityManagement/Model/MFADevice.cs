namespace Amazon.IdentityManagement.Model;

internal sealed class MFADevice
{
    public string? UserName { get; set; }

    public string? SerialNumber { get; set; }

    public DateTime? EnableDate { get; set; }
}
