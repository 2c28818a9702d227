using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListPolicyTagsResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
