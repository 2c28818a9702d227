using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3Control.Model;

namespace Amazon.S3Control;

internal sealed class GetPublicAccessBlockRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var accountId = ((GetPublicAccessBlockRequest)input).AccountId;
        var request = new DefaultRequest(input, "S3 Control")
        {
            HttpMethod = "GET",
            ResourcePath = "/v20180820/configuration/publicAccessBlock",
            HostPrefix = $"{accountId}.",
            UseDoubleEncoding = false,
        };
        request.Headers["x-amz-account-id"] = accountId;
        return request;
    }
}
