using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListGroupsForUserRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
