using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The steps that give AWS Config a bucket: the same for every Region that delivers there, so that whichever comes first makes it.</summary>
internal sealed class ConfigBucketSteps(RepairPlace place, LiveConfig live, ConfigRecorderOptions options)
{
    private static readonly BucketSetting Buckets = new();
    private static readonly BucketAccessBlockSetting Blocks = new();
    private static readonly BucketPolicySetting Policies = new();

    /// <summary>Whether a Region takes the bucket that the user names: it has no other, or has it already.</summary>
    public static bool IsFor(LiveRecorder region, ConfigRecorderOptions options) =>
        region.IsBucketGone || region.Channel.State?.Text(ConfigDeliveryChannelSetting.Bucket) is not { } bucket || bucket == options.ConfigBucketName;

    public IReadOnlyList<RepairStep> Make()
    {
        if (options.ConfigBucketName is not { } bucket || live.Bucket is null || !live.Bucket.TryGet(out var known, out _))
        {
            return [];
        }

        var (settings, target, policy) = (known.Settings, BucketSetting.Target(place, known.Region, bucket), BucketPolicySetting.Target(place, known.Region, bucket));
        return
        [
            .. new[]
            {
                settings.Change(place, Buckets, target, RepairState.Empty, "Make a bucket for what AWS Config delivers"),
                settings.Furnish(place, target, Blocks, BucketAccessBlockSetting.Target(place, known.Region, bucket), BucketAccessBlockSetting.Whole, "Close the bucket to the public"),
                settings.Change(place, Policies, policy, BucketPolicySetting.With(settings.Of(policy).State, [.. Statements(bucket)]), "Let AWS Config write into the bucket"),
            }.OfType<RepairStep>(),
        ];
    }

    private IEnumerable<RepairState> Statements(string bucket)
    {
        var arn = BucketSetting.Arn(place, bucket);
        yield return Statement("CisPostureConfigAcl", "s3:GetBucketAcl", arn, isWrite: false);
        yield return Statement("CisPostureConfigList", "s3:ListBucket", arn, isWrite: false);
        foreach (var prefix in Prefixes())
        {
            // An id has to be the only one of its kind in a policy, and another run may come with another prefix.
            var folder = prefix.Length == 0 ? string.Empty : $"{prefix}/";
            yield return Statement(prefix.Length == 0 ? "CisPostureConfigWrite" : null, "s3:PutObject", $"{arn}/{folder}AWSLogs/{place.AccountId}/Config/*", isWrite: true);
        }
    }

    private IEnumerable<string> Prefixes() => live.Regions.Values
        .Select(region => region.Value)
        .OfType<LiveRecorder>()
        .Where(region => IsFor(region, options))
        .Select(region => region.Channel.State?.Text(ConfigDeliveryChannelSetting.Prefix) ?? string.Empty)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(prefix => prefix, StringComparer.Ordinal);

    private RepairState Statement(string? sid, string action, string resource, bool isWrite) => RepairState.Of(
        ("Sid", sid),
        ("Effect", "Allow"),
        ("Principal", RepairState.Of(("Service", ConfigNames.Service))),
        ("Action", action),
        ("Resource", resource),
        ("Condition", RepairState.Of(("StringEquals", RepairState.Of(("aws:SourceAccount", place.AccountId), ("s3:x-amz-acl", isWrite ? "bucket-owner-full-control" : null))))));
}
