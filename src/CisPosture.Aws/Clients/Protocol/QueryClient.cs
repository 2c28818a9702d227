using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>A client of a service that takes form fields and answers XML.</summary>
internal abstract class QueryClient(AWSCredentials credentials, ProtocolClientConfig config) : ProtocolClient(credentials, config)
{
    protected override IMarshaller<IRequest, AmazonWebServiceRequest> RequestMarshaller { get; } = new QueryRequestMarshaller(config.Service);

    protected override ResponseUnmarshaller UnmarshallerFor<TResponse>() => QueryResponseUnmarshaller<TResponse>.Instance;
}
