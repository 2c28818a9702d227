using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListMFADevicesResponse : AmazonWebServiceResponse
{
    public List<MFADevice>? MFADevices { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
