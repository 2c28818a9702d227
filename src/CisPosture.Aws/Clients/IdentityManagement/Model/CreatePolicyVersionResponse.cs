using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreatePolicyVersionResponse : AmazonWebServiceResponse
{
    public PolicyVersion? PolicyVersion { get; set; }
}
