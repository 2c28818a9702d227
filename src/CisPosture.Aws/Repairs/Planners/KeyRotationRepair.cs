using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Controls.Logging;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>2.8: turns on the yearly rotation of keys that can be rotated. What was encrypted stays readable.</summary>
internal sealed class KeyRotationRepair : RepairFrom<IReadOnlyDictionary<string, LiveKey>, RepairOptions>
{
    private static readonly KeyRotationSetting Setting = new();

    public override string Command => "Repair-CisKeyRotation";

    public override IReadOnlyList<RepairPlan> Plan(
        RepairPlace place, IReadOnlyDictionary<string, LiveKey> live, IReadOnlyList<RepairSubject> subjects, RepairOptions options) =>
        [.. subjects.GroupBy(subject => subject.ResourceId, StringComparer.Ordinal).Select(key => PlanKey(place, live[key.Key], [.. key]))];

    protected override async Task<IReadOnlyDictionary<string, LiveKey>> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, RepairOptions options)
    {
        var keys = subjects.GroupBy(subject => subject.ResourceId, StringComparer.Ordinal);
        var read = keys.Select(async key => (Arn: key.Key, Key: await ReadKeyAsync(reader, key.First()).ConfigureAwait(false)));
        return (await Task.WhenAll(read).ConfigureAwait(false)).ToDictionary(key => key.Arn, key => key.Key, StringComparer.Ordinal);
    }

    private static async Task<LiveKey> ReadKeyAsync(RepairReader reader, RepairSubject subject)
    {
        var context = reader.Context;
        var metadata = await RepairReader.TryAsync(() => KmsKeyReader.DescribeAsync(context.Calls, context.Clients, subject.Region, subject.ResourceId)).ConfigureAwait(false);
        var isAsked = metadata.TryGet(out var known, out _) && RotationObstacle.Of(known, context.Place.AccountId) is null;
        return new LiveKey(
            metadata,
            isAsked ? await RepairReader.TryAsync(() => reader.ReadAsync(KeyRotationSetting.Target(subject.Region, subject.ResourceId))).ConfigureAwait(false) : null);
    }

    private static RepairPlan PlanKey(RepairPlace place, LiveKey key, List<RepairSubject> subjects)
    {
        if (!key.Metadata.TryGet(out var metadata, out var gap))
        {
            return gap.ErrorCode == ErrorCodes.KeyNotFound
                ? RepairPlan.Skipped(subjects, RepairReasonCode.ResourceGone, "The key does not exist any more.")
                : Unread(subjects, gap);
        }

        if (RotationObstacle.Of(metadata, place.AccountId) is { } obstacle)
        {
            return RepairPlan.Skipped(subjects, ReasonCode.NotApplicable, obstacle);
        }

        return key.Rotation!.TryGet(out var rotation, out var unread) ? PlanRotation(place, rotation, subjects) : Unread(subjects, unread);
    }

    private static RepairPlan PlanRotation(RepairPlace place, SettingReading rotation, List<RepairSubject> subjects) => new()
    {
        Subjects = subjects,
        Steps = Equals(rotation.State, KeyRotationSetting.Off)
            ? [Setting.Step(place, KeyRotationSetting.Target(subjects[0].Region, subjects[0].ResourceId), rotation, KeyRotationSetting.On, "Rotate the key once a year")]
            : [],
    };

    private static RepairPlan Unread(List<RepairSubject> subjects, EvidenceGap gap) => RepairPlan.Skipped(subjects, gap.ReasonCode, GapVerdict.Sentence(gap));
}
