using System.Net;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>REST with JSON bodies, as IAM Identity Center and Security Hub have it.</summary>
internal sealed class RestJsonProtocol : IWireProtocol
{
    private const string ContentType = "application/json";

    public Recognized? Recognize(AwsRequest request, ServiceCatalog services) => services.Services.OfType<RestJsonServiceApi>()
        .Select(service => service.Route(request) is { } route ? new Recognized(this, service, route.Operation) : null)
        .FirstOrDefault(recognized => recognized is not null);

    public JsonObject ReadInput(AwsRequest request, Recognized recognized) => ((RestJsonServiceApi)recognized.Service).Input(request);

    public WireResponse Write(ApiCall call, ApiResult result) => Response(HttpStatusCode.OK, call.RequestId, result.Body);

    public WireResponse WriteError(ServiceApi service, string requestId, ApiException error)
    {
        var response = Response(error.Status, requestId, ((RestJsonServiceApi)service).ErrorBody(error));
        response.Headers["x-amzn-ErrorType"] = error.Code;
        return response;
    }

    private static WireResponse Response(HttpStatusCode status, string requestId, Structure body) => new(status, ContentType, JsonShapes.Write(body))
    {
        Headers = { ["x-amzn-RequestId"] = requestId },
    };
}
