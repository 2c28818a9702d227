using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls.Trails;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>2.1: lets the trail that lacks least record everything, or makes one where the account has none of its own.</summary>
internal sealed class TrailCoveragePlan(RepairPlace place, LiveTrails live, IReadOnlyList<RepairSubject> subjects, CloudTrailOptions options)
{
    private const int MostClassicSelectors = 5;

    private static readonly string[] ManagementCategory = ["Management"];

    private static readonly TrailSetting Trails = new();
    private static readonly TrailLoggingSetting Logging = new();
    private static readonly TrailRegionsSetting Regions = new();
    private static readonly TrailSelectorsSetting Selectors = new();
    private static readonly BucketSetting Buckets = new();
    private static readonly BucketAccessBlockSetting Blocks = new();
    private static readonly BucketPolicySetting Policies = new();

    public RepairPlan Make()
    {
        var own = TrailAssessment.AllOf(live.Evidence).Where(trail => !trail.IsForeign).ToList();
        if (own.Exists(trail => trail.Standing == TrailStanding.Qualified))
        {
            return new RepairPlan { Subjects = subjects };
        }

        var mendable = own
            .Where(trail => trail.Gaps.Count == 0)
            .OrderBy(trail => trail.Shortcomings.Count)
            .ThenByDescending(trail => trail.Trail.IsMultiRegionTrail)
            .ThenBy(trail => trail.Trail.Arn, StringComparer.Ordinal)
            .FirstOrDefault();
        return mendable is not null ? Widen(mendable)
            : own.Count > 0 ? RepairPlan.Skipped(subjects, own[0].Gaps[0].ReasonCode, Controls.GapVerdict.Sentence(own[0].Gaps[0]))
            : MakeNew();
    }

    // Switched on last, so that a trail never starts to record something that nobody meant.
    private RepairPlan Widen(TrailAssessment assessment)
    {
        var trail = assessment.Trail;
        var steps = new List<RepairStep?>
        {
            assessment.ManagementEvents == ManagementEventCoverage.Partial ? RecordAll(trail) : null,
            trail.IsMultiRegionTrail ? null : Change(Regions, Regions.Target(trail.HomeRegion, trail.Arn), TrailRegionsSetting.All, "Let the trail record all Regions"),
            assessment.IsLogging == true ? null : Change(Logging, TrailLoggingSetting.Target(trail.HomeRegion, trail.Arn), TrailLoggingSetting.Of(isLogging: true), "Switch the trail on"),
        };
        var widens = steps[0] is not null || steps[1] is not null;
        return new RepairPlan
        {
            Subjects = subjects,
            Steps = [.. steps.OfType<RepairStep>()],
            Warnings = widens ? [$"Trail {trail.Name} will record more: where another trail delivers the same management events, the second copy is billed."] : [],
        };
    }

    // Selectors are replaced as a whole, so that those that are there, with their data events, are sent along. One of one's own is added, because
    // widening one that has data events would widen these too.
    private RepairStep RecordAll(Trail trail)
    {
        var target = TrailSelectorsSetting.Target(trail.HomeRegion, trail.Arn);
        var before = live.Of(target);
        var (classic, advanced) = (before.State?.Items(TrailSelectorsSetting.Classic) ?? [], before.State?.Items(TrailSelectorsSetting.Advanced) ?? []);
        var after = advanced.Count > 0
            ? TrailSelectorsSetting.Of(classic, advanced.Append(AllManagementEvents()))
            : TrailSelectorsSetting.Of(Kept(classic).Append(RepairState.Of(("ReadWriteType", "All"), ("IncludeManagementEvents", true))), []);
        return Selectors.Step(place, target, before, after, "Let the trail record all management events");
    }

    // At most five fit: where there is no room, one that only has management events gives way to the one that has all of them.
    private static IEnumerable<RepairState> Kept(IReadOnlyList<RepairState> classic)
    {
        var spare = classic.Count < MostClassicSelectors ? null : classic.FirstOrDefault(selector => selector.Items("DataResources").Count == 0);
        return classic.Where(selector => !ReferenceEquals(selector, spare));
    }

    private static RepairState AllManagementEvents() => RepairState.Of(
        ("Name", "CisPosture: all management events"),
        ("FieldSelectors", new[] { RepairState.Of(("Field", "eventCategory"), ("Equals", ManagementCategory)) }));

    private RepairPlan MakeNew()
    {
        if (options.BucketName is not { } bucket)
        {
            return RepairPlan.Skipped(subjects, RepairReasonCode.ChoiceNeeded, "The account has no trail of its own. Give -BucketName, a bucket for the log files of a new one; it is made where it does not exist.");
        }

        var (home, arn) = (place.HomeRegion, TrailNames.NewTrailArn(place, options));
        var bucketTarget = BucketSetting.Target(place, home, bucket);
        var policyTarget = BucketPolicySetting.Target(place, home, bucket);
        return new RepairPlan
        {
            Subjects = subjects,
            Steps =
            [
                .. new[]
                {
                    Change(Buckets, bucketTarget, RepairState.Empty, "Make a bucket for the log files"),
                    live.Settings.Furnish(place, bucketTarget, Blocks, BucketAccessBlockSetting.Target(place, home, bucket), BucketAccessBlockSetting.Whole, "Close the bucket to the public"),
                    Change(Policies, policyTarget, BucketPolicySetting.With(live.Of(policyTarget).State, Statements(bucket, arn)), "Let the trail write into the bucket"),
                    Change(Trails, TrailSetting.Target(home, arn), TrailSetting.WritingTo(TrailNames.Owner, bucket), "Make a trail of all Regions"),
                    SwitchOn(TrailLoggingSetting.Target(home, arn)),
                }.OfType<RepairStep>(),
            ],
            Warnings = ["Once the bucket holds log files, it stays where the repair is undone."],
        };
    }

    // A trail that is made is not switched on by that.
    private RepairStep? SwitchOn(RepairTarget target)
    {
        var (before, after) = (live.Of(target).State ?? TrailLoggingSetting.Of(isLogging: false), TrailLoggingSetting.Of(isLogging: true));
        return Equals(before, after) ? null : Logging.Step(place, target, new SettingReading(before), after, "Switch the trail on");
    }

    private RepairState[] Statements(string bucket, string trailArn) =>
    [
        Statement("CisPostureTrailAcl", "s3:GetBucketAcl", BucketSetting.Arn(place, bucket), trailArn, isWrite: false),
        Statement("CisPostureTrailWrite", "s3:PutObject", $"{BucketSetting.Arn(place, bucket)}/AWSLogs/{place.AccountId}/*", trailArn, isWrite: true),
    ];

    private static RepairState Statement(string sid, string action, string resource, string trailArn, bool isWrite) => RepairState.Of(
        ("Sid", sid),
        ("Effect", "Allow"),
        ("Principal", RepairState.Of(("Service", "cloudtrail.amazonaws.com"))),
        ("Action", action),
        ("Resource", resource),
        ("Condition", RepairState.Of(("StringEquals", RepairState.Of(("aws:SourceArn", trailArn), ("s3:x-amz-acl", isWrite ? "bucket-owner-full-control" : null))))));

    private RepairStep? Change(Setting setting, RepairTarget target, RepairState after, string description) => live.Settings.Change(place, setting, target, after, description);
}
