using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>2.7: encrypts the log files of a trail with the key that the user names.</summary>
internal sealed class TrailEncryptionPlan(RepairPlace place, LiveTrails live, IReadOnlyList<RepairSubject> subjects, Trail trail, CloudTrailOptions options)
{
    private const string Service = "cloudtrail.amazonaws.com";

    private static readonly TrailKeySetting Keys = new();
    private static readonly KeyPolicySetting Policies = new();

    private readonly RepairTarget _target = Keys.Target(trail.HomeRegion, trail.Arn);

    private string? BucketRegion => trail.S3BucketName is { } bucket && live.BucketRegions.TryGetValue(bucket, out var region) ? region : null;

    private LiveTrailKey? Key => BucketRegion is { } region ? live.Keys.FirstOrDefault(key => key.Region == region) : live.Keys is [var any, ..] ? any : null;

    public RepairPlan Make()
    {
        if (!Equals(live.Of(_target).State, TrailKeySetting.Of(keyArn: null)))
        {
            return new RepairPlan { Subjects = subjects };
        }

        return Obstacle() is { } reason ? RepairPlan.Skipped(subjects, RepairReasonCode.ChoiceNeeded, reason) : Encrypt(Key!);
    }

    private RepairPlan Encrypt(LiveTrailKey key) => new()
    {
        Subjects = subjects,
        Steps = [.. new[] { Admit(key), Keys.Step(place, _target, live.Of(_target), TrailKeySetting.Of(key.Arn), "Encrypt the trail's log files") }.OfType<RepairStep>()],
        Warnings = [$"Whoever reads the log files of trail {trail.Name} needs kms:Decrypt for {key.Arn} from then on."],
    };

    private string? Obstacle()
    {
        var where = BucketRegion is { } region ? $" in {region}, where the bucket {trail.S3BucketName} lies" : string.Empty;
        if (options.KmsKeyIds.Count == 0)
        {
            return $"Give -KmsKeyId, a key{where}. Whoever reads the log files needs kms:Decrypt for it.";
        }

        return Key is { } key
            ? key.IsUsable ? null : $"The key {key.Arn} cannot encrypt log files: it has to be enabled, symmetric and managed by the customer."
            : $"None of the keys {string.Join(", ", options.KmsKeyIds)} exists{where}; trail {trail.Name} needs one there.";
    }

    // Several trails share the statement, so that it is the same in the plan of each.
    private RepairStep? Admit(LiveTrailKey key)
    {
        var after = BucketPolicySetting.With(key.Policy, Statement("CisPostureTrailsDescribe", "kms:DescribeKey", context: null), Statement("CisPostureTrailsEncrypt", "kms:GenerateDataKey*", $"arn:{place.Partition}:cloudtrail:*:{place.AccountId}:trail/*"));
        return Equals(after, key.Policy) ? null : Policies.Step(place, KeyPolicySetting.Target(key.Region, key.Arn), new SettingReading(key.Policy), after, "Let the account's trails use the key");
    }

    private RepairState Statement(string sid, string action, string? context) => RepairState.Of(
        ("Sid", sid),
        ("Effect", "Allow"),
        ("Principal", RepairState.Of(("Service", Service))),
        ("Action", action),
        ("Resource", "*"),
        ("Condition", RepairState.Of(
            ("StringEquals", RepairState.Of(("aws:SourceAccount", place.AccountId))),
            ("StringLike", context is null ? null : RepairState.Of(("kms:EncryptionContext:aws:cloudtrail:arn", context))))));
}
