using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListUsersResponse : AmazonWebServiceResponse
{
    public List<User>? Users { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
