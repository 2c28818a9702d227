using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreatePolicyResponse : AmazonWebServiceResponse
{
    public ManagedPolicy? Policy { get; set; }
}
