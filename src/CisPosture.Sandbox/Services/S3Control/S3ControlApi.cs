using System.Text.Json.Nodes;
using System.Xml.Linq;
using CisPosture.Sandbox.Services.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3Control;

/// <summary>S3 Control: what belongs to an account rather than to a bucket.</summary>
internal sealed class S3ControlApi : RestServiceApi
{
    private const string Root = "/v20180820/";
    private const string PublicAccessBlockPath = Root + "configuration/publicAccessBlock";

    public S3ControlApi() => Add(AccountOperations.GetPublicAccessBlock, "s3:GetAccountPublicAccessBlock");

    public override string Name => "s3control";

    public override string SigningName => "s3";

    public override ServiceErrors Errors { get; } = new S3Errors();

    public override RestRoute? Route(AwsRequest request)
    {
        if (!request.RawPath.StartsWith(Root, StringComparison.Ordinal)) return null;
        var operation = request is { Method: "GET", RawPath: PublicAccessBlockPath } ? nameof(AccountOperations.GetPublicAccessBlock) : $"{request.Method} {request.RawPath}";
        return new RestRoute(operation, new JsonObject { ["AccountId"] = request.Header("x-amz-account-id") });
    }

    public override XElement ErrorDocument(string requestId, ApiException error) => new(
        "ErrorResponse",
        new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message)),
        new XElement("RequestId", requestId));
}
