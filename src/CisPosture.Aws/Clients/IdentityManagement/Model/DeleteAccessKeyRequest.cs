using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteAccessKeyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? AccessKeyId { get; set; }
}
