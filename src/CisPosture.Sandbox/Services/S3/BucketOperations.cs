using System.Globalization;
using System.Net;
using CisPosture.Sandbox.State.S3;
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
        return S3Xml.Element("LocationConstraint", bucket.Region == BucketNames.OldestRegion ? null : bucket.Region);
    }

    public static ApiResult GetBucketAcl(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return S3Xml.Element(
            "AccessControlPolicy",
            S3Xml.Owner(call.Account),
            S3Xml.Element("AccessControlList", S3Xml.OwnerGrant(call.Account), bucket.Grants.Select(S3Xml.GroupGrant)));
    }

    public static ApiResult CreateBucket(ApiCall call)
    {
        var name = BucketNames.Read(call);
        var configuration = S3Body.ReadOptional(call, "CreateBucketConfiguration");
        var region = BucketNames.Region(call, configuration);
        if (call.Accounts.Bucket(name, call.Account) is { } present) return Repeated(call, present.Bucket, present.OwnerId);
        var ownership = call.Request.Header("x-amz-object-ownership") ?? OwnershipOperations.Enforced;
        OwnershipOperations.Check(ownership);
        if (call.Request.Header("x-amz-acl") is { } acl and not "private") throw OwnershipOperations.Refuse(call, ownership, acl);
        var bucket = new Bucket
        {
            Name = name,
            Region = region,
            CreationDate = call.Now,
            ObjectOwnership = ownership,
            PublicAccessBlock = new PublicAccessBlock { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true },
            Tags = S3Tags.Read(configuration?.Elements().Where(element => element.Name.LocalName == "Tags") ?? []),
        };
        call.Account.S3.Buckets.Add(bucket);
        return Located(bucket);
    }

    public static ApiResult DeleteBucket(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        if (bucket.Objects.Count > 0) throw BucketLookup.About(bucket, "BucketNotEmpty", "The bucket you tried to delete is not empty", HttpStatusCode.Conflict);
        call.Account.S3.Buckets.Remove(bucket);
        return S3Xml.NoContent;
    }

    /// <summary>The oldest Region lets an owner make a bucket again, which changes nothing; all others refuse.</summary>
    private static ApiResult Repeated(ApiCall call, Bucket bucket, string owner)
    {
        if (owner != call.Account.AccountId) throw BucketLookup.About(bucket, "BucketAlreadyExists", "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.", HttpStatusCode.Conflict);
        return bucket.Region == BucketNames.OldestRegion && call.Region == BucketNames.OldestRegion
            ? Located(bucket)
            : throw BucketLookup.About(bucket, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", HttpStatusCode.Conflict);
    }

    private static ApiResult Located(Bucket bucket) => new()
    {
        Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = $"/{bucket.Name}" },
    };
}
