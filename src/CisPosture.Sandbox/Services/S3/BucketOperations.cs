using System.Globalization;
using System.Net;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

internal static class BucketOperations
{
    public static ApiResult ListBuckets(ApiCall call) => S3Xml.Element(
        "ListAllMyBucketsResult",
        S3Xml.Owner(call.Account),
        S3Xml.Element("Buckets", call.Account.S3.Buckets.Where(bucket => bucket.OwnerAccountId is null).Select(bucket => S3Xml.Element(
            "Bucket",
            S3Xml.Element("Name", bucket.Name),
            S3Xml.Element("CreationDate", bucket.CreationDate.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            S3Xml.Element("BucketRegion", bucket.Region)))));

    public static ApiResult HeadBucket(ApiCall call)
    {
        var bucket = BucketLookup.FindInAnyRegion(call);
        return new ApiResult
        {
            Status = bucket.Region == call.Region ? HttpStatusCode.OK : HttpStatusCode.MovedPermanently,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["x-amz-bucket-region"] = bucket.Region },
        };
    }

    /// <summary>Any Region answers; for the oldest Region the element is empty.</summary>
    public static ApiResult GetBucketLocation(ApiCall call)
    {
        var bucket = BucketLookup.FindInAnyRegion(call);
        return S3Xml.Element("LocationConstraint", bucket.Region == "us-east-1" ? null : bucket.Region);
    }

    public static ApiResult GetBucketAcl(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return S3Xml.Element(
            "AccessControlPolicy",
            S3Xml.Owner(call.Account),
            S3Xml.Element("AccessControlList", S3Xml.OwnerGrant(call.Account), bucket.Grants.Select(S3Xml.GroupGrant)));
    }

    public static ApiResult GetBucketPolicy(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return bucket.Policy is { } policy
            ? new ApiResult { Text = policy }
            : throw BucketLookup.NotSet("NoSuchBucketPolicy", "The bucket policy does not exist", bucket);
    }

    public static ApiResult GetBucketPolicyStatus(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return bucket.Policy is { } policy
            ? S3Xml.Element("PolicyStatus", S3Xml.Element("IsPublic", PublicPolicy.IsPublic(policy)))
            : throw BucketLookup.NotSet("NoSuchBucketPolicy", "The bucket policy does not exist", bucket);
    }

    public static ApiResult GetPublicAccessBlock(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return bucket.PublicAccessBlock is { } block
            ? S3Xml.PublicAccessBlock(S3Xml.Namespace, block)
            : throw BucketLookup.NotSet("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket);
    }

    public static ApiResult GetBucketOwnershipControls(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return bucket.ObjectOwnership is { } ownership
            ? S3Xml.Element("OwnershipControls", S3Xml.Element("Rule", S3Xml.Element("ObjectOwnership", ownership)))
            : throw BucketLookup.NotSet("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", bucket);
    }

    public static ApiResult GetBucketLogging(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return S3Xml.Element("BucketLoggingStatus", bucket.Logging is not { } logging ? null : S3Xml.Element(
            "LoggingEnabled",
            S3Xml.Element("TargetBucket", logging.TargetBucket),
            S3Xml.Element("TargetPrefix", logging.TargetPrefix)));
    }
}
