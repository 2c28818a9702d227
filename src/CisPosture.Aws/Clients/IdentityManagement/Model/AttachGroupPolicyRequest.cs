using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class AttachGroupPolicyRequest : AmazonWebServiceRequest
{
    public string? GroupName { get; set; }

    public string? PolicyArn { get; set; }
}
