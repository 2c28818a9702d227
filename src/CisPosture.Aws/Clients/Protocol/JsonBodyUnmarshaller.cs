using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Reads the answers of AWS JSON 1.1.</summary>
internal sealed class JsonBodyUnmarshaller<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public static readonly JsonBodyUnmarshaller<TResponse> Instance = new();

    // Where an operation has nothing to answer, some services send an empty object and some no body at all.
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        WireProperties.Of(typeof(TResponse)).Length == 0
            ? new TResponse()
            : JsonSerializer.Deserialize<TResponse>(input.Stream, WireJson.Options) ?? new TResponse();

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        JsonError.Read(input.Stream, input.ResponseData, innerException, statusCode);
}
