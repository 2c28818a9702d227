using Amazon.ConfigService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The delivery channel of AWS Config in a Region, which has at most one. AWS takes it only with a bucket that Config can write to.</summary>
internal sealed class ConfigDeliveryChannelSetting : Setting
{
    public const string Name = "ConfigDeliveryChannel";
    public const string Channel = "Name";
    public const string Bucket = "S3BucketName";
    public const string Prefix = "S3KeyPrefix";

    private const string Key = "S3KmsKeyArn";
    private const string Topic = "SnsTopicArn";
    private const string Frequency = "DeliveryFrequency";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region) => new(Name, region, place.Account);

    /// <summary>A channel of AWS's usual name to a bucket.</summary>
    public static RepairState To(string bucket) => RepairState.Of((Channel, "default"), (Bucket, bucket));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.DescribeDeliveryChannels,
            target.Region,
            cancellation => context.Clients.ConfigService(target.Region).DescribeDeliveryChannelsAsync(new DescribeDeliveryChannelsRequest(), cancellation)).ConfigureAwait(false);
        return answer.DeliveryChannels is not [var channel, ..]
            ? SettingReading.Missing
            : new SettingReading(RepairState.Of(
                (Channel, channel.Name),
                (Bucket, channel.S3BucketName),
                (Prefix, channel.S3KeyPrefix),
                (Key, channel.S3KmsKeyArn),
                (Topic, channel.SnsTopicARN),
                (Frequency, channel.ConfigSnapshotDeliveryProperties?.DeliveryFrequency)));
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteDeliveryChannel,
            new DeleteDeliveryChannelRequest { DeliveryChannelName = from.State?.Text(Channel) },
            (clients, request, cancellation) => clients.ConfigService(target.Region).DeleteDeliveryChannelAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.PutDeliveryChannel,
            new PutDeliveryChannelRequest
            {
                DeliveryChannel = new DeliveryChannel
                {
                    Name = to.Text(Channel),
                    S3BucketName = to.Text(Bucket),
                    S3KeyPrefix = to.Text(Prefix),
                    S3KmsKeyArn = to.Text(Key),
                    SnsTopicARN = to.Text(Topic),
                    ConfigSnapshotDeliveryProperties = to.Text(Frequency) is { } frequency ? new ConfigSnapshotDeliveryProperties { DeliveryFrequency = frequency } : null,
                },
            },
            (clients, request, cancellation) => clients.ConfigService(target.Region).PutDeliveryChannelAsync(request, cancellation)) with
        {
            PropagationErrors = ["NoSuchBucketException", "InsufficientDeliveryPolicyException"],
        };

    // Only a channel whose bucket is gone is ever led elsewhere.
    public override string? WhyNotUndoable(RepairTarget target, RepairState? before, RepairState? after) =>
        before?.Text(Bucket) is { } bucket && after is not null && after.Text(Bucket) != bucket
            ? $"AWS takes no delivery channel to bucket {bucket}, which does not exist."
            : null;
}
