using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DetachUserPolicyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? PolicyArn { get; set; }
}
