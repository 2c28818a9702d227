using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class UpdateAccessKeyRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? AccessKeyId { get; set; }

    public string? Status { get; set; }
}
