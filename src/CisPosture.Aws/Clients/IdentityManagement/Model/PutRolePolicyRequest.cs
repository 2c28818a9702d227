using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class PutRolePolicyRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyName { get; set; }

    public string? PolicyDocument { get; set; }
}
