using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetAccessKeyLastUsedRequest : AmazonWebServiceRequest
{
    public string? AccessKeyId { get; set; }
}
