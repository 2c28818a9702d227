using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetPolicyResponse : AmazonWebServiceResponse
{
    public ManagedPolicy? Policy { get; set; }
}
