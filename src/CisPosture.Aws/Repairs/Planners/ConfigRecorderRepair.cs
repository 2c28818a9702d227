using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 2.5: lets AWS Config record everything in a Region. A recorder that is there is changed in place, with its name and role, and a channel
/// whose bucket exists stays.
/// </summary>
internal sealed class ConfigRecorderRepair : RepairFrom<LiveConfig, ConfigRecorderOptions>
{
    public override string Command => "Repair-CisConfigRecorder";

    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveConfig live, IReadOnlyList<RepairSubject> subjects, ConfigRecorderOptions options)
    {
        var bucketSteps = new ConfigBucketSteps(place, live, options).Make();
        return [.. subjects.GroupBy(subject => subject.Region, StringComparer.Ordinal).Select(region => PlanRegion(place, live, [.. region], options, bucketSteps))];
    }

    protected override Task<LiveConfig> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, ConfigRecorderOptions options) =>
        new ConfigRecorderReader(reader, options).ReadAsync(subjects);

    private static RepairPlan PlanRegion(RepairPlace place, LiveConfig live, List<RepairSubject> subjects, ConfigRecorderOptions options, IReadOnlyList<RepairStep> bucketSteps)
    {
        var region = subjects[0].Region;
        if (!live.Regions[region].TryGet(out var known, out var gap))
        {
            return RepairPlan.Skipped(subjects, gap.ReasonCode, GapVerdict.Sentence(gap));
        }

        if (!options.Force && known.Recorder.State is { } recorder && ConfigNames.IsOfControlTower(recorder))
        {
            var name = recorder.Text(ConfigRecorderSetting.Recorder);
            return RepairPlan.Skipped(subjects, RepairReasonCode.ForeignResource, $"AWS Control Tower has set up recorder {name} in {region}. Change it there, or give -Force.");
        }

        if (!ConfigBucketSteps.IsFor(known, options))
        {
            return new ConfigRegionPlan(place, live.ServiceRole, known, subjects, options, []).Make();
        }

        if (options.ConfigBucketName is null)
        {
            var bucket = known.Channel.State?.Text(ConfigDeliveryChannelSetting.Bucket);
            var why = bucket is null ? $"AWS Config has no delivery channel in {region}" : $"AWS Config delivers to bucket {bucket} in {region}, which does not exist";
            return RepairPlan.Skipped(subjects, RepairReasonCode.ChoiceNeeded, $"{why}. Give -ConfigBucketName, a bucket to deliver to; it is made where it does not exist.");
        }

        return live.Bucket!.TryGet(out _, out var unread)
            ? new ConfigRegionPlan(place, live.ServiceRole, known, subjects, options, bucketSteps).Make()
            : RepairPlan.Skipped(subjects, unread.ReasonCode, $"Bucket {options.ConfigBucketName} could not be read as one of this account. {GapVerdict.Sentence(unread)}");
    }
}
