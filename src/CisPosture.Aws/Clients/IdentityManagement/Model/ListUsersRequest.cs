using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListUsersRequest : AmazonWebServiceRequest
{
    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
