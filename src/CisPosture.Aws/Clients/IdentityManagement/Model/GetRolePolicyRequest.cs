using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetRolePolicyRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyName { get; set; }
}
