using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class PutGroupPolicyRequest : AmazonWebServiceRequest
{
    public string? GroupName { get; set; }

    public string? PolicyName { get; set; }

    public string? PolicyDocument { get; set; }
}
