using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>AWS Query: parameters in a form, answers in XML.</summary>
internal class QueryProtocol : IWireProtocol
{
    private const string ContentType = "text/xml";

    public Recognized? Recognize(AwsRequest request, ServiceCatalog services)
    {
        var parameters = request.Query.Concat(request.Form).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (parameters["Action"].FirstOrDefault() is not { } action) return null;
        var version = parameters["Version"].FirstOrDefault();
        var service = services.ByQueryVersion(version) ?? Absent(request.SignedService, version);
        return Speaks(service) ? new Recognized(this, service, action) : null;
    }

    public JsonObject ReadInput(AwsRequest request, Recognized recognized) => QueryInput.Read(request);

    public virtual WireResponse Write(ApiCall call, ApiResult result)
    {
        var shapes = Shapes(call.Service);
        var ns = shapes.Namespace;
        var answer = ReferenceEquals(result, ApiResult.Empty) ? null : new XElement(ns + $"{call.Operation}Result", shapes.Members(result.Body));
        return Document(HttpStatusCode.OK, call.RequestId, new XElement(
            ns + $"{call.Operation}Response",
            answer,
            new XElement(ns + "ResponseMetadata", new XElement(ns + "RequestId", call.RequestId))));
    }

    public virtual WireResponse WriteError(ServiceApi service, string requestId, ApiException error)
    {
        var ns = (XNamespace)service.XmlNamespace!;
        return Document(error.Status, requestId, new XElement(
            ns + "ErrorResponse",
            new XElement(
                ns + "Error",
                new XElement(ns + "Type", error.IsServerFault ? "Receiver" : "Sender"),
                new XElement(ns + "Code", error.Code),
                new XElement(ns + "Message", error.Message)),
            new XElement(ns + "RequestId", requestId)));
    }

    protected virtual ServiceApi Absent(string name, string? version) => new AbsentService(name, version, new QueryErrors());

    protected virtual bool Speaks(ServiceApi service) => service is { Name: not "ec2" };

    protected virtual XmlShapes Shapes(ServiceApi service) => new(service.XmlNamespace!, "member", XmlShapes.Seconds);

    protected static WireResponse Document(HttpStatusCode status, string requestId, XElement root) => new(status, ContentType, XmlBytes.Of(root))
    {
        Headers = { ["x-amzn-RequestId"] = requestId },
    };
}
