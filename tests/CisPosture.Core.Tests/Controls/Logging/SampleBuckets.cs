using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Buckets that trails write to, as AWS describes them.</summary>
internal static class SampleBuckets
{
    public const string AllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
    public const string AuthenticatedUsers = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    public const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    public static readonly string Name = SampleTrails.Complete().S3BucketName!;

    public static readonly PublicAccessBlock NoBlock = new();

    private static readonly BucketGrant OwnersGrant =
        new() { Grantee = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be", Permission = "FULL_CONTROL" };

    /// <summary>A private bucket in eu-west-1 without any public access block, which logs access to another bucket.</summary>
    public static TrailBucket Private => new()
    {
        BucketName = Name,
        Location = Evidence.Of("eu-west-1"),
        PublicAccessBlock = Evidence.Of(NoBlock),
        Grants = Granting(),
        IsPolicyPublic = Evidence.Of(false),
        ObjectOwnership = Evidence.Of("ObjectWriter"),
        Logging = Evidence.Of(new BucketLogging { TargetBucket = "access-logs-111122223333", TargetPrefix = "trail/", TargetExists = Evidence.Of(true) }),
    };

    public static Evidence<IReadOnlyList<BucketGrant>> Granting(params BucketGrant[] grants) =>
        Evidence.Of<IReadOnlyList<BucketGrant>>([OwnersGrant, .. grants]);

    public static BucketGrant Grant(string grantee, string permission = "READ") => new() { Grantee = grantee, Permission = permission };

    /// <summary>An account with one trail that writes to this bucket, and no public access block of its own.</summary>
    public static AccountEvidence AccountWith(TrailBucket bucket, PublicAccessBlock? accountBlock = null) =>
        Writing(Judging.Account().With(SampleTrails.Complete().Read()), bucket) with { AccountPublicAccessBlock = Evidence.Of(accountBlock ?? NoBlock) };

    /// <summary>The account whose trails' bucket is private and logs access.</summary>
    public static AccountEvidence Closed(AccountEvidence account) => Writing(account, Private) with { AccountPublicAccessBlock = Evidence.Of(NoBlock) };

    public static Evidence<T> Denied<T>(string operation)
        where T : notnull => Evidence.Missing<T>(Judging.Denied(operation, "eu-west-1"));

    public static Evidence<string> Unlocated(string reasonCode, string errorCode) =>
        Evidence.Missing<string>(Judging.Denied("s3:GetBucketLocation") with { ReasonCode = reasonCode, ErrorCode = errorCode });

    private static AccountEvidence Writing(AccountEvidence account, TrailBucket bucket) =>
        account with { TrailBuckets = new Dictionary<string, TrailBucket>(StringComparer.Ordinal) { [bucket.BucketName] = bucket } };
}
