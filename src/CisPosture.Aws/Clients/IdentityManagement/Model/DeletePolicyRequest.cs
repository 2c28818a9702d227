using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeletePolicyRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }
}
