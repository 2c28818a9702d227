using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteServiceLinkedRoleRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }
}
