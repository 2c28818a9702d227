using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteUserPolicyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? PolicyName { get; set; }
}
