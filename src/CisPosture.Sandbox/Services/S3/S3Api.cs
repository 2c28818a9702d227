using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>S3, which takes every request that no other service claims, by path or by host name.</summary>
internal sealed partial class S3Api : RestServiceApi
{
    private static readonly IReadOnlyDictionary<string, string> ReadsBySubresource = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["location"] = nameof(BucketOperations.GetBucketLocation),
        ["acl"] = nameof(BucketOperations.GetBucketAcl),
        ["policy"] = nameof(BucketOperations.GetBucketPolicy),
        ["policyStatus"] = nameof(BucketOperations.GetBucketPolicyStatus),
        ["publicAccessBlock"] = nameof(BucketOperations.GetPublicAccessBlock),
        ["ownershipControls"] = nameof(BucketOperations.GetBucketOwnershipControls),
        ["logging"] = nameof(BucketOperations.GetBucketLogging),
    };

    public S3Api()
    {
        Add(BucketOperations.ListBuckets, "s3:ListAllMyBuckets");
        Add(BucketOperations.HeadBucket, "s3:ListBucket", BucketResource);
        Add(BucketOperations.GetBucketLocation, resource: BucketResource);
        Add(BucketOperations.GetBucketAcl, resource: BucketResource);
        Add(BucketOperations.GetBucketPolicy, resource: BucketResource);
        Add(BucketOperations.GetBucketPolicyStatus, resource: BucketResource);
        Add(BucketOperations.GetPublicAccessBlock, "s3:GetBucketPublicAccessBlock", BucketResource);
        Add(BucketOperations.GetBucketOwnershipControls, resource: BucketResource);
        Add(BucketOperations.GetBucketLogging, resource: BucketResource);
    }

    public override string Name => "s3";

    public override ServiceErrors Errors { get; } = new S3Errors();

    public override RestRoute? Route(AwsRequest request)
    {
        var (bucket, key) = Address(request);
        var input = new JsonObject { ["Bucket"] = bucket, ["ExpectedBucketOwner"] = request.Header("x-amz-expected-bucket-owner") };
        return new RestRoute(Operation(request, bucket, key), input);
    }

    public override XElement ErrorDocument(string requestId, ApiException error) => new(
        "Error",
        new XElement("Code", error.Code),
        new XElement("Message", error.Message),
        error.Details.Select(detail => new XElement(detail.Key, detail.Value)),
        new XElement("RequestId", requestId));

    private static string Operation(AwsRequest request, string? bucket, string? key)
    {
        var subresource = request.Query.Select(pair => pair.Key).FirstOrDefault(ReadsBySubresource.ContainsKey);
        return (request.Method, bucket, key, subresource) switch
        {
            ("GET", null, _, _) => nameof(BucketOperations.ListBuckets),
            ("HEAD", not null, null, _) => nameof(BucketOperations.HeadBucket),
            ("GET", not null, null, not null) => ReadsBySubresource[subresource],
            _ => $"{request.Method} {request.RawPath}",
        };
    }

    private static (string? Bucket, string? Key) Address(AwsRequest request)
    {
        var path = Uri.UnescapeDataString(request.RawPath).TrimStart('/');
        if (VirtualHost().Match(request.Host) is { Success: true } host) return (host.Groups["bucket"].Value, path.Length > 0 ? path : null);
        var parts = path.Split('/', 2);
        return (parts[0].Length > 0 ? parts[0] : null, parts is [_, { Length: > 0 } key] ? key : null);
    }

    private static string BucketResource(ApiCall call) => $"arn:{call.Account.Partition}:s3:::{call.Input.Text("Bucket")}";

    [GeneratedRegex(@"^(?<bucket>.+)\.s3[.-]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VirtualHost();
}
