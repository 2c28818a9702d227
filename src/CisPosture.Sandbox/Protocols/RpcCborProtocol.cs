using System.Formats.Cbor;
using System.Net;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>Smithy RPC v2 in CBOR, which newer clients speak to CloudWatch: /service/NAME/operation/NAME.</summary>
internal sealed class RpcCborProtocol : IWireProtocol
{
    private const string ProtocolName = "rpc-v2-cbor";

    public Recognized? Recognize(AwsRequest request, ServiceCatalog services)
    {
        if (request.Header("smithy-protocol") != ProtocolName) return null;
        var segments = request.RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is not [.., "service", var name, "operation", var operation]) return null;
        return new Recognized(this, services.ByRpcName(name) ?? new AbsentService(request.SignedService, null, new JsonErrors()), operation);
    }

    public JsonObject ReadInput(AwsRequest request, Recognized recognized)
    {
        if (request.Body.Length == 0) return [];
        try
        {
            return CborShapes.Read(request.Body) as JsonObject ?? throw NotAMap();
        }
        catch (Exception exception) when (exception is CborContentException or InvalidOperationException)
        {
            throw NotAMap();
        }
    }

    public WireResponse Write(ApiCall call, ApiResult result) => Response(HttpStatusCode.OK, call.RequestId, result.Body);

    /// <summary>Services that spoke Query before tell the Query code in a header, because clients go on showing that one.</summary>
    public WireResponse WriteError(ServiceApi service, string requestId, ApiException error)
    {
        var response = Response(error.Status, requestId, new Structure { ["__type"] = error.Code, ["message"] = error.Message });
        if (service.QueryVersion is not null) response.Headers["x-amzn-query-error"] = $"{error.Code};{(error.IsServerFault ? "Receiver" : "Sender")}";
        return response;
    }

    private static WireResponse Response(HttpStatusCode status, string requestId, Structure body) => new(status, "application/cbor", CborShapes.Write(body))
    {
        Headers = { ["smithy-protocol"] = ProtocolName, ["x-amzn-RequestId"] = requestId },
    };

    private static ApiException NotAMap() => new("SerializationException", "The body of the request is not a CBOR map.");
}
