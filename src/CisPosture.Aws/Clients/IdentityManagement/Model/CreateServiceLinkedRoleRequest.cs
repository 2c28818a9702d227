using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateServiceLinkedRoleRequest : AmazonWebServiceRequest
{
    public string? AWSServiceName { get; set; }

    public string? Description { get; set; }

    public string? CustomSuffix { get; set; }
}
