using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>A client of a service that speaks REST with JSON bodies, in which all parameters travel.</summary>
internal abstract class RestJsonClient : ProtocolClient
{
    protected RestJsonClient(AWSCredentials credentials, ProtocolClientConfig config)
        : base(credentials, config) =>
        RequestMarshaller = new RestJsonRequestMarshaller(config.Service, request => Operations[request]);

    protected sealed override IMarshaller<IRequest, AmazonWebServiceRequest> RequestMarshaller { get; }

    /// <summary>The operation that each type of request asks for.</summary>
    protected abstract IReadOnlyDictionary<Type, RestOperation> Operations { get; }

    protected override ResponseUnmarshaller UnmarshallerFor<TResponse>() => JsonBodyUnmarshaller<TResponse>.Instance;
}
