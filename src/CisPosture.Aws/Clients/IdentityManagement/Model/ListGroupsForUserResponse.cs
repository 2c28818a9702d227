using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListGroupsForUserResponse : AmazonWebServiceResponse
{
    public List<Group>? Groups { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
