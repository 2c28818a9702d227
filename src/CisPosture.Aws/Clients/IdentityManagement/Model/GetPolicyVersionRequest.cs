using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetPolicyVersionRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }

    public string? VersionId { get; set; }
}
