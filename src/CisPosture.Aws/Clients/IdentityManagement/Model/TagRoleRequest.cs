using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class TagRoleRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public List<Tag>? Tags { get; set; }
}
