using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.State.Sns;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>What the enterprise records: a good trail and a forgotten one, a few alarms, and AWS Config in most Regions.</summary>
/// <param name="size">How large the account is.</param>
/// <param name="accountId">The account.</param>
/// <param name="homeRegion">Where its trail is.</param>
/// <param name="bucketName">Makes of a bucket's plain name one that no other account has.</param>
internal sealed class EnterpriseLogging(EnterpriseSize size, string accountId, string homeRegion, Func<string, string> bucketName)
{
    private const string TrailGroup = "cloudtrail";
    private const string Topic = "security-alarms";
    private const string Namespace = "LogMetrics";

    private static readonly (string Name, string Pattern)[] Watched =
    [
        ("RootAccountUsage", """{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}"""),
        ("ConsoleSigninWithoutMFA", """{ $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed != Yes }"""),
        ("CloudTrailChanges", """{($.eventName=StopLogging) || ($.eventName=StartLogging) || ($.eventName=DeleteTrail) || ($.eventName=UpdateTrail) || ($.eventName=CreateTrail)}"""),
        ("DisableOrDeleteCMK", """{$.eventSource=kms.amazonaws.com && $.eventName=DisableKey || $.eventName=ScheduleKeyDeletion}"""),
    ];

    private readonly string _trailBucket = bucketName("enterprise-trail-logs");
    private readonly string _forgottenBucket = bucketName("enterprise-old-trail");
    private readonly string _accessBucket = bucketName("enterprise-access-logs");
    private readonly string _configBucket = bucketName("enterprise-config-history");
    private readonly Chance _chance = new(size.Seed, "logging");

    private string TopicArn => $"arn:aws:sns:{homeRegion}:{accountId}:{Topic}";

    public S3State Buckets() => new()
    {
        Buckets =
        [
            new Bucket { Name = _trailBucket, Region = homeRegion, PublicAccessBlock = Closed(), Logging = new BucketLogging { TargetBucket = _accessBucket } },
            new Bucket { Name = _forgottenBucket, Region = homeRegion, ObjectOwnership = "ObjectWriter" },
            new Bucket { Name = _accessBucket, Region = homeRegion, PublicAccessBlock = Closed() },
            new Bucket { Name = _configBucket, Region = homeRegion, PublicAccessBlock = Closed() },
        ],
    };

    public void FillHome(RegionState home)
    {
        home.Trails.Add(GoodTrail());
        home.Trails.Add(new Trail { Name = "old-trail", S3BucketName = _forgottenBucket, IsLogging = false });
        home.Topics.Add(new Topic { Name = Topic, Subscriptions = [new Subscription { Protocol = "email", Endpoint = "security@example.com" }] });
        home.LogGroups.Add(new LogGroup { Name = TrailGroup, RetentionInDays = 365, MetricFilters = Watched.Select(Filter).ToList() });
        home.MetricAlarms.AddRange(Watched.Select(Alarm));
    }

    public void FillEvery(RegionState region)
    {
        if (!_chance.Percent(80)) return;
        region.ConfigurationRecorders.Add(new ConfigurationRecorder { IncludeGlobalResourceTypes = _chance.Percent(90), IsRecording = _chance.Percent(90), LastStatus = "SUCCESS" });
        region.DeliveryChannels.Add(new DeliveryChannel { S3BucketName = _configBucket });
    }

    private static PublicAccessBlock Closed() => new() { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true };

    private Trail GoodTrail() => new()
    {
        Name = "audit",
        S3BucketName = _trailBucket,
        IsMultiRegionTrail = true,
        LogFileValidationEnabled = true,
        CloudWatchLogsLogGroupArn = $"arn:aws:logs:{homeRegion}:{accountId}:log-group:{TrailGroup}:*",
        CloudWatchLogsRoleArn = $"arn:aws:iam::{accountId}:role/cloudtrail",
    };

    private static MetricFilter Filter((string Name, string Pattern) watched) => new()
    {
        Name = watched.Name,
        Pattern = watched.Pattern,
        Transformations = [new MetricTransformation { MetricName = watched.Name, MetricNamespace = Namespace }],
    };

    private MetricAlarm Alarm((string Name, string Pattern) watched) => new()
    {
        Name = watched.Name,
        Namespace = Namespace,
        MetricName = watched.Name,
        Statistic = "Sum",
        Period = 300,
        AlarmActions = [TopicArn],
    };
}
