using Amazon.Runtime;

namespace Amazon.S3Control.Model;

internal sealed class GetPublicAccessBlockResponse : AmazonWebServiceResponse
{
    public PublicAccessBlockConfiguration? PublicAccessBlockConfiguration { get; set; }
}
