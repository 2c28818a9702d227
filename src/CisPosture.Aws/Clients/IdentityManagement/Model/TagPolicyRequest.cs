using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class TagPolicyRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }

    public List<Tag>? Tags { get; set; }
}
