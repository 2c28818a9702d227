using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetUserPolicyResponse : AmazonWebServiceResponse
{
    public string? UserName { get; set; }

    public string? PolicyName { get; set; }

    public string? PolicyDocument { get; set; }
}
