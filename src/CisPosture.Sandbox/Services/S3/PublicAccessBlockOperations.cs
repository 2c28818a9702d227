using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

internal static class PublicAccessBlockOperations
{
    public static ApiResult GetPublicAccessBlock(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return bucket.PublicAccessBlock is { } block
            ? S3Xml.PublicAccessBlock(S3Xml.Namespace, block)
            : throw BucketLookup.NotSet("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket);
    }

    /// <summary>All four are replaced; what is left out is off.</summary>
    public static ApiResult PutPublicAccessBlock(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var configuration = S3Body.Read(call, "PublicAccessBlockConfiguration");
        bucket.PublicAccessBlock = new PublicAccessBlock
        {
            BlockPublicAcls = S3Body.Flag(configuration, "BlockPublicAcls"),
            IgnorePublicAcls = S3Body.Flag(configuration, "IgnorePublicAcls"),
            BlockPublicPolicy = S3Body.Flag(configuration, "BlockPublicPolicy"),
            RestrictPublicBuckets = S3Body.Flag(configuration, "RestrictPublicBuckets"),
        };
        return ApiResult.Empty;
    }

    public static ApiResult DeletePublicAccessBlock(ApiCall call)
    {
        BucketLookup.Find(call).PublicAccessBlock = null;
        return S3Xml.NoContent;
    }
}
