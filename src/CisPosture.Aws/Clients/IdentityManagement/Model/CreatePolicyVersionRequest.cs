using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreatePolicyVersionRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }

    public string? PolicyDocument { get; set; }

    public bool? SetAsDefault { get; set; }
}
