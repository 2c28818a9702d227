using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>REST with XML bodies, as S3 and S3 Control have it.</summary>
internal sealed class RestXmlProtocol : IWireProtocol
{
    private const string ContentType = "application/xml";

    public Recognized? Recognize(AwsRequest request, ServiceCatalog services) => services.Services.OfType<RestServiceApi>()
        .Select(service => service.Route(request) is { } route ? new Recognized(this, service, route.Operation) : null)
        .FirstOrDefault(recognized => recognized is not null);

    public JsonObject ReadInput(AwsRequest request, Recognized recognized) => ((RestServiceApi)recognized.Service).Route(request)!.Input;

    public WireResponse Write(ApiCall call, ApiResult result)
    {
        var response = Response(result.Status, call.RequestId, result.Document, result.Headers);
        return result.Text is { } text ? response with { ContentType = "application/json", Body = Encoding.UTF8.GetBytes(text) } : response;
    }

    public WireResponse WriteError(ServiceApi service, string requestId, ApiException error) =>
        Response(error.Status, requestId, ((RestServiceApi)service).ErrorDocument(requestId, error), error.Headers);

    private static WireResponse Response(HttpStatusCode status, string requestId, XElement? document, IReadOnlyDictionary<string, string> headers) =>
        new(status, document is null ? null : ContentType, document is null ? [] : XmlBytes.Of(document))
        {
            Headers = new(headers, StringComparer.Ordinal) { ["x-amz-request-id"] = requestId },
        };
}
