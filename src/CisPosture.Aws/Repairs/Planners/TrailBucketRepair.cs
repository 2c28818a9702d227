using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 2.3 and 2.6: closes the buckets of trails to the public, and has S3 log who reads them. S3 is let into the log's bucket by a policy, never by an
/// access control list, which newer buckets refuse.
/// </summary>
internal sealed class TrailBucketRepair : RepairFrom<LiveTrailBuckets, TrailBucketOptions>
{
    private const string ClosePublic = "Close the bucket to the public";

    private static readonly BucketSetting Buckets = new();
    private static readonly BucketAccessBlockSetting Blocks = new();
    private static readonly BucketPolicySetting Policies = new();
    private static readonly BucketLoggingSetting Logging = new();

    public override string Command => "Repair-CisTrailBucket";

    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveTrailBuckets live, IReadOnlyList<RepairSubject> subjects, TrailBucketOptions options) =>
        [.. subjects.OrderBy(subject => subject.Control.Number).Select(subject => subject.ControlId == "2.3" ? Close(place, live, subject) : Log(place, live, subject, options))];

    protected override async Task<LiveTrailBuckets> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, TrailBucketOptions options)
    {
        var logBuckets = new Dictionary<string, string>(StringComparer.Ordinal);
        var logged = subjects.Where(subject => subject.ControlId == "2.6").ToList();
        if (options.LogBucketName is { } name && logged.Count > 0)
        {
            var region = await RegionOfAsync(reader, name).ConfigureAwait(false);
            foreach (var subject in logged)
            {
                logBuckets[subject.Region] = subject.Region == region ? name : $"{name}-{subject.Region}";
            }
        }

        var targets = subjects.SelectMany(subject => Targets(reader.Place, subject, logBuckets));
        return new LiveTrailBuckets(logBuckets, await LiveSettings.ReadAsync(reader, targets).ConfigureAwait(false));
    }

    private static async Task<string?> RegionOfAsync(RepairReader reader, string bucket)
    {
        try
        {
            return await BucketReader.LocateAsync(reader.Context.Calls, reader.Context.Clients, reader.Place.HomeRegion, reader.Place.AccountId, bucket).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchBucket))
        {
            return null;
        }
    }

    private static IEnumerable<RepairTarget> Targets(RepairPlace place, RepairSubject subject, Dictionary<string, string> logBuckets)
    {
        var bucket = NameOf(subject);
        if (subject.ControlId == "2.3")
        {
            yield return BucketAccessBlockSetting.Target(place, subject.Region, bucket);
            yield break;
        }

        yield return BucketLoggingSetting.Target(place, subject.Region, bucket);
        if (logBuckets.TryGetValue(subject.Region, out var log))
        {
            yield return BucketSetting.Target(place, subject.Region, log);
            yield return BucketAccessBlockSetting.Target(place, subject.Region, log);
            yield return BucketPolicySetting.Target(place, subject.Region, log);
        }
    }

    private static string NameOf(RepairSubject subject) => subject.ResourceId.Substring(subject.ResourceId.LastIndexOf(':') + 1);

    private static RepairPlan Close(RepairPlace place, LiveTrailBuckets live, RepairSubject subject)
    {
        var target = BucketAccessBlockSetting.Target(place, subject.Region, NameOf(subject));
        return new RepairPlan
        {
            Subjects = [subject],
            Steps = live.Settings.Change(place, Blocks, target, BucketAccessBlockSetting.Whole, ClosePublic) is { } step ? [step] : [],
            Warnings = [$"Whoever reads bucket {NameOf(subject)} as the public does, loses it; readers whom its policy names by account keep it."],
        };
    }

    private static RepairPlan Log(RepairPlace place, LiveTrailBuckets live, RepairSubject subject, TrailBucketOptions options)
    {
        var bucket = NameOf(subject);
        if (!live.LogBuckets.TryGetValue(subject.Region, out var log))
        {
            return RepairPlan.Skipped([subject], RepairReasonCode.ChoiceNeeded, $"Give -LogBucketName, the bucket that takes the access log of {bucket}; it has to lie in {subject.Region}, and is made where it does not exist.");
        }

        if (log == bucket)
        {
            return RepairPlan.Skipped([subject], RepairReasonCode.ChoiceNeeded, $"Bucket {bucket} cannot log into itself: each log would be logged again. Name another with -LogBucketName.");
        }

        var (settings, target, policy) = (live.Settings, BucketSetting.Target(place, subject.Region, log), BucketPolicySetting.Target(place, subject.Region, log));
        return new RepairPlan
        {
            Subjects = [subject],
            Steps =
            [
                .. new[]
                {
                    settings.Change(place, Buckets, target, RepairState.Empty, "Make a bucket for the access log"),
                    settings.Furnish(place, target, Blocks, BucketAccessBlockSetting.Target(place, subject.Region, log), BucketAccessBlockSetting.Whole, ClosePublic),
                    settings.Change(place, Policies, policy, BucketPolicySetting.With(settings.Of(policy).State, Statement(place, log)), "Let S3 write access logs into the bucket"),
                    settings.Change(place, Logging, BucketLoggingSetting.Target(place, subject.Region, bucket), BucketLoggingSetting.Into(log, $"{bucket}/"), "Log who reads the trail's bucket"),
                }.OfType<RepairStep>(),
            ],
            Warnings = settings.Of(target).State is null ? [$"Once bucket {log} holds access logs, it stays where the repair is undone."] : [],
        };
    }

    private static RepairState Statement(RepairPlace place, string log) => RepairState.Of(
        ("Sid", "CisPostureAccessLogs"),
        ("Effect", "Allow"),
        ("Principal", RepairState.Of(("Service", "logging.s3.amazonaws.com"))),
        ("Action", "s3:PutObject"),
        ("Resource", $"{BucketSetting.Arn(place, log)}/*"),
        ("Condition", RepairState.Of(("StringEquals", RepairState.Of(("aws:SourceAccount", place.AccountId))))));
}
