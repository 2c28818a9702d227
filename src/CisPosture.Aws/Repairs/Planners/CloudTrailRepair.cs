using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls.Trails;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 2.1, 2.2, 2.4 and 2.7: mends trails by the least change. A trail of another account is its owner's to mend, and a new one is made only where
/// the account has none of its own and the user names a bucket.
/// </summary>
internal sealed class CloudTrailRepair : RepairFrom<LiveTrails, CloudTrailOptions>
{
    private static readonly TrailValidationSetting Validation = new();

    public override string Command => TrailNames.Owner;

    // A trail has to record before what it records is worth delivering: 2.1 comes first.
    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveTrails live, IReadOnlyList<RepairSubject> subjects, CloudTrailOptions options) =>
        [.. subjects.OrderBy(subject => subject.Control.Number).ThenBy(subject => subject.ResourceId, StringComparer.Ordinal).Select(subject => PlanOne(place, live, subject, options))];

    protected override Task<LiveTrails> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, CloudTrailOptions options) => new CloudTrailReader(reader, options).ReadAsync(subjects);

    private static RepairPlan PlanOne(RepairPlace place, LiveTrails live, RepairSubject subject, CloudTrailOptions options)
    {
        IReadOnlyList<RepairSubject> subjects = [subject];
        if (subject.ControlId == "2.1")
        {
            return new TrailCoveragePlan(place, live, subjects, options).Make();
        }

        if (live.Evidence.Trails.FirstOrDefault(trail => trail.Trail.Arn == subject.ResourceId) is not { } evidence)
        {
            return RepairPlan.Skipped(subjects, RepairReasonCode.ResourceGone, $"Trail {subject.ResourceId} does not exist any more.");
        }

        var trail = TrailAssessment.Of(live.Evidence, evidence);
        if (trail.IsForeign)
        {
            return RepairPlan.Skipped(subjects, ReasonCode.TrailOwnedByOtherAccount, $"Trail {trail.Trail.Name} belongs to account {trail.OwnerAccountId}, which alone may change it.");
        }

        return subject.ControlId switch
        {
            "2.2" => PlanValidation(place, live, subjects, trail.Trail),
            "2.4" => new TrailDeliveryPlan(place, live, subjects, trail.Trail, options).Make(),
            "2.7" => new TrailEncryptionPlan(place, live, subjects, trail.Trail, options).Make(),
            _ => throw new InvalidOperationException($"Control {subject.ControlId} does not concern trails."),
        };
    }

    private static RepairPlan PlanValidation(RepairPlace place, LiveTrails live, IReadOnlyList<RepairSubject> subjects, Trail trail)
    {
        var target = Validation.Target(trail.HomeRegion, trail.Arn);
        var (before, after) = (live.Of(target), TrailValidationSetting.Of(isOn: true));
        return new RepairPlan { Subjects = subjects, Steps = Equals(before.State, after) ? [] : [Validation.Step(place, target, before, after, "Let the trail sign digests of its log files")] };
    }
}
