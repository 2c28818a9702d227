using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>Whether AWS Config gets its files into the bucket of a delivery channel.</summary>
internal static class ConfigDelivery
{
    public const string Service = "config.amazonaws.com";

    /// <summary>What Config tells of itself when it acts for an account.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Source(ApiCall call) =>
    [
        KeyValuePair.Create("aws:SourceAccount", call.Account.AccountId),
        KeyValuePair.Create("aws:SourceArn", call.Account.Arn("config", call.Region, "configuration-recorder/default")),
    ];

    /// <summary>What keeps a recorder that runs from delivering; null where nothing does.</summary>
    public static ApiException? Problem(ApiCall call, ConfigurationRecorder recorder) =>
        call.RegionState.DeliveryChannels is [var channel, ..] ? Problem(call, recorder, channel) : new ApiException("NoAvailableDeliveryChannelException", "Delivery channel is not available.");

    /// <summary>The bucket must exist, and its policy must let Config in, or the recorder's own role must be allowed to write.</summary>
    public static ApiException? Problem(ApiCall call, ConfigurationRecorder recorder, DeliveryChannel channel)
    {
        var name = channel.S3BucketName;
        if (call.Accounts.Bucket(name, call.Account) is not { } found) return new ApiException("NoSuchBucketException", $"Cannot find a S3 bucket with the specified name '{name}'.");
        var bucket = $"arn:{call.Account.Partition}:s3:::{name}";
        var folder = channel.S3KeyPrefix is { } prefix ? $"{prefix}/" : "";
        var file = $"{bucket}/{folder}AWSLogs/{call.Account.AccountId}/Config/ConfigWritabilityCheckFile";
        var canWrite = IsLetIn(call, found.Bucket.Policy, bucket, file) || CanByRole(call, recorder, bucket, file);
        return canWrite ? null : new ApiException(
            "InsufficientDeliveryPolicyException",
            $"Insufficient delivery policy to s3 bucket: {name}, unable to write to bucket, provided s3 key prefix is '{channel.S3KeyPrefix ?? "null"}', provided kms key is '{channel.S3KmsKeyArn ?? "null"}'.");
    }

    private static bool IsLetIn(ApiCall call, string? policy, string bucket, string file) => policy is not null
        && PolicyEvaluation.Allows([policy], AccessRequest.OfService(Service, "s3:GetBucketAcl", bucket, Source(call)))
        && PolicyEvaluation.Allows([policy], AccessRequest.OfService(Service, "s3:PutObject", file, [.. Source(call), KeyValuePair.Create("s3:x-amz-acl", "bucket-owner-full-control")]));

    private static bool CanByRole(ApiCall call, ConfigurationRecorder recorder, string bucket, string file) =>
        recorder.RoleArn is { } arn
        && RoleAccess.Assumable(call, arn, Service, Source(call)) is { } role
        && RoleAccess.Allows(call.Account, role, "s3:GetBucketAcl", bucket)
        && RoleAccess.Allows(call.Account, role, "s3:PutObject", file);
}
