using System.Net;
using System.Xml.Linq;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Access logging, whose target must be of the same account and Region and let S3 write.</summary>
internal static class LoggingOperations
{
    private const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";
    private const string Service = "logging.s3.amazonaws.com";

    public static ApiResult GetBucketLogging(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return S3Xml.Element("BucketLoggingStatus", bucket.Logging is not { } logging ? null : S3Xml.Element(
            "LoggingEnabled",
            S3Xml.Element("TargetBucket", logging.TargetBucket),
            S3Xml.Element("TargetPrefix", logging.TargetPrefix),
            logging.PartitionDateSource is null ? null : S3Xml.Element("TargetObjectKeyFormat", S3Xml.Element("PartitionedPrefix", S3Xml.Element("PartitionDateSource", logging.PartitionDateSource)))));
    }

    /// <summary>A status without LoggingEnabled switches logging off.</summary>
    public static ApiResult PutBucketLogging(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var enabled = S3Body.Child(S3Body.Read(call, "BucketLoggingStatus"), "LoggingEnabled");
        bucket.Logging = enabled is null ? null : Read(call, bucket, enabled);
        return ApiResult.Empty;
    }

    private static BucketLogging Read(ApiCall call, Bucket bucket, XElement enabled)
    {
        if (S3Body.Child(enabled, "TargetGrants") is { HasElements: true }) throw call.Errors.UnknownOperation("TargetGrants", null);
        var logging = new BucketLogging
        {
            TargetBucket = S3Body.Text(enabled, "TargetBucket") ?? throw S3Body.Malformed(),
            TargetPrefix = S3Body.Text(enabled, "TargetPrefix") ?? throw S3Body.Malformed(),
            PartitionDateSource = S3Body.Text(S3Body.Child(S3Body.Child(enabled, "TargetObjectKeyFormat"), "PartitionedPrefix"), "PartitionDateSource"),
        };
        CheckTarget(call, bucket, logging.TargetBucket);
        return logging;
    }

    private static void CheckTarget(ApiCall call, Bucket bucket, string name)
    {
        var (target, owner) = call.Accounts.Bucket(name, call.Account) ?? throw Refused(name, "The target bucket for logging does not exist");
        if (owner != call.Account.AccountId) throw Refused(name, "The owner for the bucket to be logged and the target bucket must be the same.");
        if (target.Region != bucket.Region) throw OtherRegion();
        if (!LetsWrite(target)) throw Refused(name, "You must give the log-delivery group WRITE and READ_ACP permissions to the target bucket");
    }

    /// <summary>Where access control lists are off, S3 asks nothing and simply delivers nothing while no policy lets it.</summary>
    private static bool LetsWrite(Bucket target) =>
        target.ObjectOwnership == OwnershipOperations.Enforced
        || (Grants(target, "WRITE") && Grants(target, "READ_ACP"))
        || (target.Policy?.Contains(Service, StringComparison.Ordinal) ?? false);

    private static bool Grants(Bucket target, string permission) => target.Grants.Exists(grant => grant.GroupUri == LogDelivery && (grant.Permission == permission || grant.Permission == "FULL_CONTROL"));

    private static ApiException OtherRegion() => new(
        "CrossLocationLoggingProhibited",
        "Cross S3 location logging not allowed. A bucket in one location cannot log information to a bucket in another location.",
        HttpStatusCode.Forbidden);

    private static ApiException Refused(string target, string message) => new("InvalidTargetBucketForLogging", message)
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["TargetBucket"] = target },
    };
}
