using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListVirtualMFADevicesResponse : AmazonWebServiceResponse
{
    public List<VirtualMFADevice>? VirtualMFADevices { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
