using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}
