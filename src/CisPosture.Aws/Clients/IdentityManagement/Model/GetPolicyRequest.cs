using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetPolicyRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }
}
