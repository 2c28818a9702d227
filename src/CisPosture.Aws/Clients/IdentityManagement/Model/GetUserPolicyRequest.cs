using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetUserPolicyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? PolicyName { get; set; }
}
