using System.Net;
using System.Text;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

internal static class BucketPolicyOperations
{
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

    public static ApiResult PutBucketPolicy(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var document = Encoding.UTF8.GetString(call.Request.Body);
        BucketPolicyRules.Check(call, bucket, document);
        var blocks = (bucket.PublicAccessBlock?.BlockPublicPolicy ?? false) || (call.Account.S3.PublicAccessBlock?.BlockPublicPolicy ?? false);
        if (blocks && PublicPolicy.IsPublic(document)) throw Blocked(call, bucket.Name);
        bucket.Policy = document;
        return S3Xml.NoContent;
    }

    /// <summary>Deleting a policy that is not there is no error.</summary>
    public static ApiResult DeleteBucketPolicy(ApiCall call)
    {
        BucketLookup.Find(call).Policy = null;
        return S3Xml.NoContent;
    }

    private static ApiException Blocked(ApiCall call, string bucket) => new(
        "AccessDenied",
        $"User: {call.Caller!.Arn} is not authorized to perform: s3:PutBucketPolicy on resource: \"arn:{call.Account.Partition}:s3:::{bucket}\" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.",
        HttpStatusCode.Forbidden);
}
