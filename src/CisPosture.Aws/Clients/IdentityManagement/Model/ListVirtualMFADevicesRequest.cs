using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListVirtualMFADevicesRequest : AmazonWebServiceRequest
{
    public string? AssignmentStatus { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
