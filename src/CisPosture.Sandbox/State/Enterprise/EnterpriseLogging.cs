using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.State.Sns;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>What the enterprise records: a good trail and a forgotten one, a few alarms, and AWS Config in most Regions.</summary>
internal sealed class EnterpriseLogging(EnterpriseSize size, string accountId, string homeRegion)
{
    private const string TrailBucket = "enterprise-trail-logs";
    private const string ForgottenBucket = "enterprise-old-trail";
    private const string ConfigBucket = "enterprise-config-history";
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

    private readonly Chance _chance = new(size.Seed, "logging");

    private string TopicArn => $"arn:aws:sns:{homeRegion}:{accountId}:{Topic}";

    public S3State Buckets() => new()
    {
        Buckets =
        [
            new Bucket { Name = TrailBucket, Region = homeRegion, PublicAccessBlock = Closed(), Logging = new BucketLogging { TargetBucket = "enterprise-access-logs" } },
            new Bucket { Name = ForgottenBucket, Region = homeRegion, ObjectOwnership = "ObjectWriter" },
            new Bucket { Name = "enterprise-access-logs", Region = homeRegion, PublicAccessBlock = Closed() },
            new Bucket { Name = ConfigBucket, Region = homeRegion, PublicAccessBlock = Closed() },
        ],
    };

    public void FillHome(RegionState home)
    {
        home.Trails.Add(GoodTrail());
        home.Trails.Add(new Trail { Name = "old-trail", S3BucketName = ForgottenBucket, IsLogging = false });
        home.Topics.Add(new Topic { Name = Topic, Subscriptions = [new Subscription { Protocol = "email", Endpoint = "security@example.com" }] });
        home.LogGroups.Add(new LogGroup { Name = TrailGroup, RetentionInDays = 365, MetricFilters = Watched.Select(Filter).ToList() });
        home.MetricAlarms.AddRange(Watched.Select(Alarm));
    }

    public void FillEvery(RegionState region)
    {
        if (!_chance.Percent(80)) return;
        region.ConfigurationRecorders.Add(new ConfigurationRecorder { IncludeGlobalResourceTypes = _chance.Percent(90), IsRecording = _chance.Percent(90), LastStatus = "SUCCESS" });
        region.DeliveryChannels.Add(new DeliveryChannel { S3BucketName = ConfigBucket });
    }

    private static PublicAccessBlock Closed() => new() { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true };

    private Trail GoodTrail() => new()
    {
        Name = "audit",
        S3BucketName = TrailBucket,
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
