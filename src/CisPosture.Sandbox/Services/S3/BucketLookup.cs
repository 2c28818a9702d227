using System.Net;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Finds the bucket that a request names, or refuses as S3 does: unknown, somebody else's, or in another Region.</summary>
internal static class BucketLookup
{
    public static Bucket Find(ApiCall call)
    {
        var bucket = FindInAnyRegion(call);
        return bucket.Region == call.Region ? bucket : throw S3Errors.WrongRegion(bucket.Region);
    }

    public static Bucket FindInAnyRegion(ApiCall call)
    {
        var name = call.Input.Required("Bucket");
        var (bucket, owner) = call.Accounts.Bucket(name, call.Account) ?? throw NoSuchBucket(name);
        var expected = call.Input.Text("ExpectedBucketOwner") ?? owner;
        return owner == expected && owner == call.Account.AccountId ? bucket : throw call.Errors.AccessDenied("Access Denied");
    }

    /// <summary>A setting that the bucket does not have, which S3 reports as an error.</summary>
    public static ApiException NotSet(string code, string message, Bucket bucket) => About(bucket, code, message, HttpStatusCode.NotFound);

    public static ApiException About(Bucket bucket, string code, string message, HttpStatusCode status) => new(code, message, status)
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["BucketName"] = bucket.Name },
    };

    private static ApiException NoSuchBucket(string name) => new("NoSuchBucket", "The specified bucket does not exist", HttpStatusCode.NotFound)
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["BucketName"] = name },
    };
}
