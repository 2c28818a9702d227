using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls.Logging;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>What AWS Config needs in a Region: a role, a recorder of everything, a channel, and to be switched on, in the only order that AWS takes.</summary>
internal sealed class ConfigRegionPlan(
    RepairPlace place, SettingReading serviceRole, LiveRecorder live, IReadOnlyList<RepairSubject> subjects, ConfigRecorderOptions options, IReadOnlyList<RepairStep> bucketSteps)
{
    private static readonly ServiceLinkedRoleSetting ServiceRoles = new();
    private static readonly ConfigRecorderSetting Recorders = new();
    private static readonly ConfigDeliveryChannelSetting Channels = new();
    private static readonly ConfigRecordingSetting Recordings = new();

    private readonly string _region = subjects[0].Region;
    private readonly RepairTarget _serviceRole = ConfigNames.ServiceRole(place);
    private readonly bool _mustRecordGlobals = ConfigRecorderControl.MustRecordGlobals(subjects[0].Region, options.ControlParameters.For(subjects[0].Control, isStrict: false));

    public RepairPlan Make()
    {
        var recorder = Recorder();
        var recording = Recording();
        var steps = Steps(recorder, recording).OfType<RepairStep>().ToList();
        var failing = Failing();
        return steps.Count == 0 && failing.Count > 0
            ? RepairPlan.Skipped(subjects, RepairReasonCode.Manual, $"AWS Config in {_region} is set up as it has to be, but {Wording.Join(failing)}. See to its role and to the policy of its bucket.")
            : new RepairPlan
            {
                Subjects = subjects,
                Steps = steps,
                Warnings = [.. Warnings(steps)],
                Question = Question(),
                Pending = recording is not null || (steps.Count > 0 && failing.Count > 0) ? $"AWS Config in {_region} tells in a few minutes whether it can record and deliver." : null,
            };
    }

    private IEnumerable<RepairStep?> Steps(RepairStep? recorder, RepairStep? recording)
    {
        var needsServiceRole = (live.Recorder.State is null || live.Recorder.State.Text(ConfigRecorderSetting.Role) == _serviceRole.ResourceId) && serviceRole.State is null;
        yield return needsServiceRole ? ServiceRoles.Step(place, _serviceRole, serviceRole, RepairState.Empty, "Make the role that AWS Config reads with") : null;
        foreach (var step in bucketSteps)
        {
            yield return step;
        }

        yield return recorder;
        yield return Channel();
        yield return recording;
    }

    private RepairStep? Recorder()
    {
        var after = live.Recorder.State is { } known
            ? ConfigRecorderSetting.Widened(known, _mustRecordGlobals)
            : ConfigRecorderSetting.New(ConfigNames.Recorder, _serviceRole.ResourceId, _mustRecordGlobals);
        return Change(Recorders, ConfigRecorderSetting.Target(place, _region), live.Recorder, after, live.Recorder.State is null ? "Make a recorder of all resources" : "Let the recorder record all resources");
    }

    private RepairStep? Channel()
    {
        if (!ConfigBucketSteps.IsFor(live, options))
        {
            return null;
        }

        var after = live.Channel.State is { } known ? known.With(ConfigDeliveryChannelSetting.Bucket, options.ConfigBucketName) : ConfigDeliveryChannelSetting.To(options.ConfigBucketName!);
        return Change(Channels, ConfigDeliveryChannelSetting.Target(place, _region), live.Channel, after, "Deliver to the bucket");
    }

    private RepairStep? Recording()
    {
        var name = live.Recorder.State?.Text(ConfigRecorderSetting.Recorder) ?? ConfigNames.Recorder;
        return Change(Recordings, ConfigRecordingSetting.Target(place, _region, name), live.Recording, ConfigRecordingSetting.Of(isRecording: true), "Switch the recorder on");
    }

    private IReadOnlyList<string> Failing() => live.Status is { } status ? new RecorderAssessment(status, _mustRecordGlobals).Failures : [];

    private IEnumerable<string> Warnings(List<RepairStep> steps)
    {
        if (steps.Exists(step => step.Target.Kind is ConfigRecorderSetting.Name or ConfigRecordingSetting.Name))
        {
            yield return $"AWS bills every configuration item that AWS Config records in {_region}.";
        }

        if (steps.Exists(step => step.Target.Kind == BucketSetting.Name))
        {
            yield return "Once the bucket holds files, it stays where the repair is undone.";
        }
    }

    // Somebody has decided to record less, perhaps because of what it costs.
    private string? Question() => live.Recorder.State is { } recorder && !ConfigRecorderSetting.RecordsAll(recorder)
        ? $"Recorder {recorder.Text(ConfigRecorderSetting.Recorder)} in {_region} {Choice(recorder)}. Recording all of them costs more: AWS bills every configuration item. Let it record all?"
        : null;

    private static string Choice(RepairState recorder) => recorder.Texts(ConfigRecorderSetting.Exclusions) is { Count: > 0 } exclusions
        ? $"leaves out {Wording.Count(exclusions.Count, "resource type")}"
        : $"records only {Wording.Count(recorder.Texts(ConfigRecorderSetting.Types).Count, "resource type")}";

    private RepairStep? Change(Setting setting, RepairTarget target, SettingReading before, RepairState after, string description) =>
        setting.StepTo(place, target, before, after, description);
}
