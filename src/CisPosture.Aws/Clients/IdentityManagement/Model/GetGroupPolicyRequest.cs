using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetGroupPolicyRequest : AmazonWebServiceRequest
{
    public string? GroupName { get; set; }

    public string? PolicyName { get; set; }
}
