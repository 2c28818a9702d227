using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DetachRolePolicyRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyArn { get; set; }
}
