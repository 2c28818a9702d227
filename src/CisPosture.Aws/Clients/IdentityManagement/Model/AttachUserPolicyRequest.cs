using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class AttachUserPolicyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? PolicyArn { get; set; }
}
