using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteGroupPolicyRequest : AmazonWebServiceRequest
{
    public string? GroupName { get; set; }

    public string? PolicyName { get; set; }
}
