using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetGroupPolicyResponse : AmazonWebServiceResponse
{
    public string? GroupName { get; set; }

    public string? PolicyName { get; set; }

    public string? PolicyDocument { get; set; }
}
