using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>A client of a service that speaks AWS JSON 1.1.</summary>
internal abstract class JsonClient(AWSCredentials credentials, ProtocolClientConfig config) : ProtocolClient(credentials, config)
{
    protected override IMarshaller<IRequest, AmazonWebServiceRequest> RequestMarshaller { get; } = new JsonRequestMarshaller(config.Service);

    protected override ResponseUnmarshaller UnmarshallerFor<TResponse>() => JsonBodyUnmarshaller<TResponse>.Instance;
}
