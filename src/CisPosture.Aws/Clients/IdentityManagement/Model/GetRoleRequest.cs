using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetRoleRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }
}
