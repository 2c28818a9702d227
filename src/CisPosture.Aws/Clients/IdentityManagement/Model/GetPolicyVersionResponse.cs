using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetPolicyVersionResponse : AmazonWebServiceResponse
{
    public PolicyVersion? PolicyVersion { get; set; }
}
