using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3Control.Model;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.S3Control;

internal sealed class AmazonS3ControlClient(AWSCredentials credentials, AmazonS3ControlConfig config) : RestXmlClient(credentials, config)
{
    protected override IMarshaller<IRequest, AmazonWebServiceRequest> RequestMarshaller { get; } = new GetPublicAccessBlockRequestMarshaller();

    public Task<GetPublicAccessBlockResponse> GetPublicAccessBlockAsync(GetPublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetPublicAccessBlockResponse>(request, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<BaseEndpointResolver>(new AccountHostResolver());
    }
}
