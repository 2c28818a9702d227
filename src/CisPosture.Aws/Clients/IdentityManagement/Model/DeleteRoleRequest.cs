using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteRoleRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }
}
