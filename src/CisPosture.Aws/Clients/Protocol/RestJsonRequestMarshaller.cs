using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Writes a request as REST with a JSON body.</summary>
internal sealed class RestJsonRequestMarshaller(ServiceDescription service, Func<Type, RestOperation> operationOf) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var operation = operationOf(input.GetType());
        var request = new DefaultRequest(input, service.ServiceId) { HttpMethod = operation.Method, ResourcePath = operation.Path };
        request.Headers["Content-Type"] = "application/json";
        request.Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), WireJson.Options);
        return request;
    }
}
