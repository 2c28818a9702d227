using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}
