using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateAccessKeyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }
}
