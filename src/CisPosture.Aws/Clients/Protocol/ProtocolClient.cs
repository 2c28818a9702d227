using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>
/// A client on the SDK's own pipeline, so that signing, retries, credentials, clock skew and HTTP stay the SDK's. Only the endpoint, which
/// the SDK's packages generate for each service, is ours.
/// </summary>
internal abstract class ProtocolClient(AWSCredentials credentials, ProtocolClientConfig config) : AmazonServiceClient(credentials, config)
{
    protected ServiceDescription Service => ((ProtocolClientConfig)Config).Service;

    protected abstract IMarshaller<IRequest, AmazonWebServiceRequest> RequestMarshaller { get; }

    protected Task<TResponse> SendAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request,
            new InvokeOptions { RequestMarshaller = RequestMarshaller, ResponseUnmarshaller = UnmarshallerFor<TResponse>() },
            cancellationToken);

    protected abstract ResponseUnmarshaller UnmarshallerFor<TResponse>()
        where TResponse : AmazonWebServiceResponse, new();

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new BaseEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureV4AuthResolver());
        if (((ProtocolClientConfig)Config).Attempts is { } attempts)
        {
            pipeline.AddHandlerAfter<RetryHandler>(attempts);
        }
    }
}
