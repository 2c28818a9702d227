using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class UntagRoleRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public List<string>? TagKeys { get; set; }
}
