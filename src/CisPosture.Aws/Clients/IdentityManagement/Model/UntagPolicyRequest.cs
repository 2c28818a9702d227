using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class UntagPolicyRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }

    public List<string>? TagKeys { get; set; }
}
