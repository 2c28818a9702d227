using Amazon.Runtime;

namespace Amazon.S3Control.Model;

internal sealed class GetPublicAccessBlockRequest : AmazonWebServiceRequest
{
    public string? AccountId { get; set; }
}
