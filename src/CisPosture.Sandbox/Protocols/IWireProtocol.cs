using System.Text.Json.Nodes;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>A way in which AWS services are spoken to.</summary>
internal interface IWireProtocol
{
    /// <summary>Null where the request is not of this protocol or of no service that the sandbox has.</summary>
    Recognized? Recognize(AwsRequest request, ServiceCatalog services);

    JsonObject ReadInput(AwsRequest request, Recognized recognized);

    WireResponse Write(ApiCall call, ApiResult result);

    WireResponse WriteError(ServiceApi service, string requestId, ApiException error);
}
