using Amazon.S3.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Where a bucket logs who reads it; missing where it does not.</summary>
internal sealed class BucketLoggingSetting : Setting
{
    public const string Name = "BucketLogging";

    private const string Bucket = "TargetBucket";
    private const string Prefix = "TargetPrefix";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string bucket) => new(Name, region, BucketSetting.Arn(place, bucket));

    public static RepairState Into(string bucket, string prefix) => RepairState.Of((Bucket, bucket), (Prefix, prefix));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.GetBucketLogging,
            target.Region,
            cancellation => context.Clients.S3(target.Region).GetBucketLoggingAsync(
                new GetBucketLoggingRequest { BucketName = BucketSetting.NameOf(target), ExpectedBucketOwner = context.Place.AccountId }, cancellation)).ConfigureAwait(false);
        return answer.BucketLoggingConfig is { TargetBucketName: { Length: > 0 } bucket } logging
            ? new SettingReading(Into(bucket, logging.TargetPrefix ?? string.Empty))
            : SettingReading.Missing;
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.PutBucketLogging,
        new PutBucketLoggingRequest
        {
            BucketName = BucketSetting.NameOf(target),
            ExpectedBucketOwner = place.AccountId,
            LoggingConfig = to is null ? new S3BucketLoggingConfig() : new S3BucketLoggingConfig { TargetBucketName = to.Text(Bucket), TargetPrefix = to.Text(Prefix) ?? string.Empty },
        },
        (clients, request, cancellation) => clients.S3(target.Region).PutBucketLoggingAsync(request, cancellation));
}
