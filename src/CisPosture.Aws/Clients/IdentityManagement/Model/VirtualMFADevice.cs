namespace Amazon.IdentityManagement.Model;

internal sealed class VirtualMFADevice
{
    public string? SerialNumber { get; set; }

    public User? User { get; set; }

    public DateTime? EnableDate { get; set; }
}
