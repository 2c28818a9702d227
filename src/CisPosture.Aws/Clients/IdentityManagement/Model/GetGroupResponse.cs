using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetGroupResponse : AmazonWebServiceResponse
{
    public Group? Group { get; set; }

    public List<User>? Users { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
