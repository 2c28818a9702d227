using System.Net;
using System.Xml.Linq;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Services.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>EC2's own kind of Query: no result wrapper, lists of "item", and errors in a list.</summary>
internal sealed class Ec2Protocol : QueryProtocol
{
    public override WireResponse Write(ApiCall call, ApiResult result)
    {
        var shapes = Shapes(call.Service);
        var ns = shapes.Namespace;
        return Document(HttpStatusCode.OK, call.RequestId, new XElement(ns + $"{call.Operation}Response", new XElement(ns + "requestId", call.RequestId), shapes.Members(result.Body)));
    }

    public override WireResponse WriteError(ServiceApi service, string requestId, ApiException error) => Document(error.Status, requestId, new XElement(
        "Response",
        new XElement("Errors", new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message))),
        new XElement("RequestID", requestId)));

    protected override ServiceApi Absent(string name, string? version) => new AbsentService(name, version, new Ec2Errors());

    protected override bool Speaks(ServiceApi service) => service is { Name: "ec2" };

    protected override XmlShapes Shapes(ServiceApi service) => new(service.XmlNamespace!, "item", XmlShapes.Milliseconds);
}
