using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>AWS JSON 1.0 and 1.1: the operation in X-Amz-Target, parameters and answers in JSON.</summary>
internal sealed class JsonProtocol : IWireProtocol
{
    public Recognized? Recognize(AwsRequest request, ServiceCatalog services)
    {
        if (request.Header("X-Amz-Target") is not { } target) return null;
        var dot = target.LastIndexOf('.');
        var service = dot > 0 ? services.ByTargetPrefix(target[..dot]) : null;
        return new Recognized(this, service ?? new AbsentService(request.SignedService, null, new JsonErrors()), target[(dot + 1)..]);
    }

    public JsonObject ReadInput(AwsRequest request, Recognized recognized)
    {
        if (request.Body.Length == 0) return [];
        try
        {
            return JsonNode.Parse(request.Body) as JsonObject ?? throw NotAnObject();
        }
        catch (JsonException)
        {
            throw NotAnObject();
        }
    }

    public WireResponse Write(ApiCall call, ApiResult result)
    {
        var response = Response(HttpStatusCode.OK, call.Request, call.RequestId, result.Body);
        return ReferenceEquals(result, ApiResult.Empty) ? response with { Body = [] } : response;
    }

    public WireResponse WriteError(ServiceApi service, string requestId, ApiException error)
    {
        var body = new Structure { ["__type"] = error.Code, ["message"] = error.Message };
        foreach (var (name, value) in error.Details) body.Add(name, value);
        return Response(error.Status, null, requestId, body);
    }

    private static WireResponse Response(HttpStatusCode status, AwsRequest? request, string requestId, Structure body) =>
        new(status, request?.Headers.ContentType.ToString() is { Length: > 0 } type ? type : "application/x-amz-json-1.1", JsonShapes.Write(body))
        {
            Headers = { ["x-amzn-RequestId"] = requestId },
        };

    private static ApiException NotAnObject() => new("SerializationException", "The body of the request is not a JSON object.");
}
