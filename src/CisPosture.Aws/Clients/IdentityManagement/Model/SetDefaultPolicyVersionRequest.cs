using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class SetDefaultPolicyVersionRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }

    public string? VersionId { get; set; }
}
