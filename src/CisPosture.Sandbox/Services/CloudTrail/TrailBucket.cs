using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>The bucket of a trail: it must exist, and its policy must let CloudTrail look at it and write into it.</summary>
internal static class TrailBucket
{
    public const string Service = "cloudtrail.amazonaws.com";

    public static void Check(ApiCall call, Trail trail)
    {
        var name = trail.S3BucketName;
        if (name.Length is < 3 or > 63) throw new ApiException("InvalidS3BucketNameException", $"Bucket name must be 3 to 63 characters long: {name}");
        if (call.Accounts.Bucket(name, call.Account) is not { } found) throw new ApiException("S3BucketDoesNotExistException", $"S3 bucket {name} does not exist!");
        var bucket = $"arn:{call.Account.Partition}:s3:::{name}";
        var folder = trail.S3KeyPrefix is { } prefix ? $"{prefix}/" : "";
        var isLetIn = Allows(found.Bucket.Policy, call, trail, "s3:GetBucketAcl", bucket)
            && Allows(found.Bucket.Policy, call, trail, "s3:PutObject", $"{bucket}/{folder}AWSLogs/{call.Account.AccountId}/CloudTrail/{call.Region}/file", KeyValuePair.Create("s3:x-amz-acl", "bucket-owner-full-control"));
        if (!isLetIn) throw new ApiException("InsufficientS3BucketPolicyException", $"Incorrect S3 bucket policy is detected for bucket: {name}");
    }

    /// <summary>What CloudTrail tells of itself when it acts for a trail.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Source(ApiCall call, Trail trail) =>
    [
        KeyValuePair.Create("aws:SourceArn", TrailLookup.Arn(call.Account, call.Region, trail)),
        KeyValuePair.Create("aws:SourceAccount", call.Account.AccountId),
    ];

    private static bool Allows(string? policy, ApiCall call, Trail trail, string action, string resource, params IEnumerable<KeyValuePair<string, string>> more) =>
        policy is not null && PolicyEvaluation.Allows([policy], AccessRequest.OfService(Service, action, resource, [.. Source(call, trail), .. more]));
}
