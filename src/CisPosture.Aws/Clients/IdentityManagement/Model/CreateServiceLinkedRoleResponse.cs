using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateServiceLinkedRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}
