using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class UpdateAssumeRolePolicyRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyDocument { get; set; }
}
