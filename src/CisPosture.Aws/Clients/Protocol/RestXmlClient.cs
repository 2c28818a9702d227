using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>A client of a service that speaks REST and answers XML; how a request is laid out differs from operation to operation.</summary>
internal abstract class RestXmlClient(AWSCredentials credentials, ProtocolClientConfig config) : ProtocolClient(credentials, config)
{
    protected override ResponseUnmarshaller UnmarshallerFor<TResponse>() => RestXmlResponseUnmarshaller<TResponse>.Instance;
}
