using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>S3, which takes every request that no other service claims, by path or by host name.</summary>
internal sealed partial class S3Api : RestServiceApi
{
    private static readonly IReadOnlyDictionary<(string Method, string Subresource), string> BySubresource = new Dictionary<(string, string), string>
    {
        [("GET", "location")] = nameof(BucketOperations.GetBucketLocation),
        [("GET", "acl")] = nameof(BucketOperations.GetBucketAcl),
        [("GET", "list-type")] = nameof(ObjectOperations.ListObjectsV2),
        [("GET", "policy")] = nameof(BucketPolicyOperations.GetBucketPolicy),
        [("GET", "policyStatus")] = nameof(BucketPolicyOperations.GetBucketPolicyStatus),
        [("PUT", "policy")] = nameof(BucketPolicyOperations.PutBucketPolicy),
        [("DELETE", "policy")] = nameof(BucketPolicyOperations.DeleteBucketPolicy),
        [("GET", "publicAccessBlock")] = nameof(PublicAccessBlockOperations.GetPublicAccessBlock),
        [("PUT", "publicAccessBlock")] = nameof(PublicAccessBlockOperations.PutPublicAccessBlock),
        [("DELETE", "publicAccessBlock")] = nameof(PublicAccessBlockOperations.DeletePublicAccessBlock),
        [("GET", "encryption")] = nameof(EncryptionOperations.GetBucketEncryption),
        [("PUT", "encryption")] = nameof(EncryptionOperations.PutBucketEncryption),
        [("DELETE", "encryption")] = nameof(EncryptionOperations.DeleteBucketEncryption),
        [("GET", "versioning")] = nameof(VersioningOperations.GetBucketVersioning),
        [("PUT", "versioning")] = nameof(VersioningOperations.PutBucketVersioning),
        [("GET", "logging")] = nameof(LoggingOperations.GetBucketLogging),
        [("PUT", "logging")] = nameof(LoggingOperations.PutBucketLogging),
        [("GET", "tagging")] = nameof(TaggingOperations.GetBucketTagging),
        [("PUT", "tagging")] = nameof(TaggingOperations.PutBucketTagging),
        [("DELETE", "tagging")] = nameof(TaggingOperations.DeleteBucketTagging),
        [("GET", "ownershipControls")] = nameof(OwnershipOperations.GetBucketOwnershipControls),
        [("PUT", "ownershipControls")] = nameof(OwnershipOperations.PutBucketOwnershipControls),
        [("DELETE", "ownershipControls")] = nameof(OwnershipOperations.DeleteBucketOwnershipControls),
    };

    public S3Api()
    {
        AddBuckets();
        AddSettings();
    }

    public override string Name => "s3";

    public override ServiceErrors Errors { get; } = new S3Errors();

    public override RestRoute? Route(AwsRequest request)
    {
        var (bucket, key) = Address(request);
        var input = new JsonObject { ["Bucket"] = bucket, ["ExpectedBucketOwner"] = request.Header("x-amz-expected-bucket-owner") };
        foreach (var (name, value) in request.Query.Where(pair => !input.ContainsKey(pair.Key))) input[name] = value;
        return new RestRoute(Operation(request, bucket, key), input);
    }

    public override XElement ErrorDocument(string requestId, ApiException error) => new(
        "Error",
        new XElement("Code", error.Code),
        new XElement("Message", error.Message),
        error.Details.Select(detail => new XElement(detail.Key, detail.Value)),
        new XElement("RequestId", requestId));

    /// <summary>Settings that are written must come with a checksum; only buckets are made without.</summary>
    public override void Examine(ApiCall call) => S3Checksum.Verify(call, isRequired: call.Request.Method == "PUT" && call.Operation != nameof(BucketOperations.CreateBucket));

    private static string Operation(AwsRequest request, string? bucket, string? key)
    {
        var known = request.Query.Select(pair => BySubresource.GetValueOrDefault((request.Method, pair.Key))).FirstOrDefault(operation => operation is not null);
        return (request.Method, bucket, key, request.Query.Any(pair => IsSubresource(pair.Key))) switch
        {
            ("GET", null, _, _) => nameof(BucketOperations.ListBuckets),
            ("HEAD", not null, null, _) => nameof(BucketOperations.HeadBucket),
            ("PUT", not null, null, false) => nameof(BucketOperations.CreateBucket),
            ("DELETE", not null, null, false) => nameof(BucketOperations.DeleteBucket),
            (_, not null, null, _) when known is not null => known,
            _ => $"{request.Method} {request.RawPath}",
        };
    }

    /// <summary>SDKs add the operation's name to the query, which says nothing about what is meant.</summary>
    private static bool IsSubresource(string name) => name != "x-id";

    private static (string? Bucket, string? Key) Address(AwsRequest request)
    {
        var path = Uri.UnescapeDataString(request.RawPath).TrimStart('/');
        if (VirtualHost().Match(request.Host) is { Success: true } host) return (host.Groups["bucket"].Value, path.Length > 0 ? path : null);
        var parts = path.Split('/', 2);
        return (parts[0].Length > 0 ? parts[0] : null, parts is [_, { Length: > 0 } key] ? key : null);
    }

    private void AddBuckets()
    {
        Add(BucketOperations.ListBuckets, "s3:ListAllMyBuckets");
        Add(BucketOperations.HeadBucket, "s3:ListBucket", BucketResource);
        Add(BucketOperations.GetBucketLocation, resource: BucketResource);
        Add(BucketOperations.GetBucketAcl, resource: BucketResource);
        AddWrite(BucketOperations.CreateBucket, resource: BucketResource);
        AddWrite(BucketOperations.DeleteBucket, resource: BucketResource);
        Add(ObjectOperations.ListObjectsV2, "s3:ListBucket", BucketResource);
    }

    private void AddSettings()
    {
        Add(BucketPolicyOperations.GetBucketPolicy, resource: BucketResource);
        Add(BucketPolicyOperations.GetBucketPolicyStatus, resource: BucketResource);
        AddWrite(BucketPolicyOperations.PutBucketPolicy, resource: BucketResource);
        AddWrite(BucketPolicyOperations.DeleteBucketPolicy, resource: BucketResource);
        Add(PublicAccessBlockOperations.GetPublicAccessBlock, "s3:GetBucketPublicAccessBlock", BucketResource);
        AddWrite(PublicAccessBlockOperations.PutPublicAccessBlock, "s3:PutBucketPublicAccessBlock", BucketResource);
        AddWrite(PublicAccessBlockOperations.DeletePublicAccessBlock, "s3:PutBucketPublicAccessBlock", BucketResource);
        Add(EncryptionOperations.GetBucketEncryption, "s3:GetEncryptionConfiguration", BucketResource);
        AddWrite(EncryptionOperations.PutBucketEncryption, "s3:PutEncryptionConfiguration", BucketResource);
        AddWrite(EncryptionOperations.DeleteBucketEncryption, "s3:PutEncryptionConfiguration", BucketResource);
        Add(VersioningOperations.GetBucketVersioning, resource: BucketResource);
        AddWrite(VersioningOperations.PutBucketVersioning, resource: BucketResource);
        Add(LoggingOperations.GetBucketLogging, resource: BucketResource);
        AddWrite(LoggingOperations.PutBucketLogging, resource: BucketResource);
        Add(TaggingOperations.GetBucketTagging, resource: BucketResource);
        AddWrite(TaggingOperations.PutBucketTagging, resource: BucketResource);
        AddWrite(TaggingOperations.DeleteBucketTagging, "s3:PutBucketTagging", BucketResource);
        Add(OwnershipOperations.GetBucketOwnershipControls, resource: BucketResource);
        AddWrite(OwnershipOperations.PutBucketOwnershipControls, resource: BucketResource);
        AddWrite(OwnershipOperations.DeleteBucketOwnershipControls, "s3:PutBucketOwnershipControls", BucketResource);
    }

    private static string BucketResource(ApiCall call) => $"arn:{call.Account.Partition}:s3:::{call.Input.Text("Bucket")}";

    [GeneratedRegex(@"^(?<bucket>.+)\.s3[.-]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VirtualHost();
}
