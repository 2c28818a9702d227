using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteRolePolicyRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyName { get; set; }
}
