using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Monitoring.AlarmChains;

namespace CisPosture.Core.Tests.Controls.Monitoring;

/// <summary>Every row of the chain's verdict table and every edge case that all fifteen controls share.</summary>
internal static class ChainCases
{
    private const string Foreign = SampleTrails.ForeignAccountId;

    private static readonly EvidenceGap Throttled = Judging.Denied("any:Operation", Region) with { ReasonCode = ReasonCode.Throttled, ErrorCode = "ThrottlingException" };
    private static readonly EvidenceGap TopicGone = new() { ReasonCode = ReasonCode.ServiceError, Operation = "sns:ListSubscriptionsByTopic", ErrorCode = "NotFound", Region = Region };

    public static IReadOnlyList<ChainCase> All { get; } =
    [
        // Complete chains.
        Passes("complete", Complete),
        Passes("two transformations, alarm on the second", control => Complete(control).Filters(filter => filter with { Transformations = [Metric("Other"), Metric()] })),
        Passes("metric math alarm", control => Complete(control).Alarms(alarm => alarm with
        {
            Namespace = null,
            MetricName = null,
            Statistic = null,
            ExpressionMetrics = [new AlarmMetric { Namespace = "AWS/EC2", MetricName = "CPU" }, new AlarmMetric { Namespace = Namespace, MetricName = MetricName }],
        })),
        Passes("two alarms, the first without a topic", control => Complete(control).WithAlarms(Region, Alarm() with { AlarmName = "a" }, Alarm(Topic) with { AlarmName = "b" })),
        Passes("two actions, the second a topic", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = [Lambda, Topic] })),
        Passes("two topics, the first gone", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = [OtherTopic, Topic] }).WithoutSubscribers(TopicGone, OtherTopic)),
        Passes("two topics, the first denied", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = [OtherTopic, Topic] }).WithoutSubscribers(DeniedSubscribers, OtherTopic)),
        Passes("two trails, the first broken", control => WithTrails(control, SampleTrails.Complete("broken").Read(isLogging: false), SampleTrails.Complete().Read())),
        Passes("two trails, the first without a log group", control => WithTrails(control, (SampleTrails.Complete("a") with { CloudWatchLogsLogGroupArn = null }).Read(), SampleTrails.Complete().Read())),
        Passes("two trails, the first unread", control => WithTrails(control, SampleTrails.Complete("a").Unread(), SampleTrails.Complete().Read())),
        Passes("two trails, the first of another account", control => WithTrails(control, SampleTrails.OfOrganization().Unread(), SampleTrails.Complete().Read())),
        Passes("two filters, the first with another pattern", control => Complete(control).WithFilters(Region, Filter(SampleTrails.Complete(), "{ $.a = b }", "a"), Filter(SampleTrails.Complete(), Pattern(control), "b"))),
        Passes("one subscriber pending, one confirmed", control => Complete(control).WithSubscribers(Topic, Unconfirmed(), Confirmed(Topic))),
        Passes("subscriber in another account", control => Complete(control).WithSubscribers(Topic, Confirmed(Topic, "sqs", Foreign))),
        Passes("topic of another account that lists its subscribers", control => WithTopic(control, TopicIn(Region, Foreign)).WithSubscribers(TopicIn(Region, Foreign), Confirmed(Topic))),
        Passes("advanced event selectors", control => Complete(control).Trails(trail => trail with { EventSelectors = Evidence.Of(SampleTrails.Advanced(SampleTrails.Management())) })),
        Passes("some Regions did not list their trails", control => Complete(control).Blinkered()),
        Passes("listing of log groups denied", control => Complete(control) with { TrailLogGroups = new Dictionary<string, Evidence<bool>>() }),

        // No trail that records everything and delivers to a log group.
        Fails("no trail", _ => Judging.Account().With(), ReasonCode.MultiRegionTrailNotPresent),
        Fails("single-Region trail", control => Complete(control).Trails(trail => trail with { Trail = trail.Trail with { IsMultiRegionTrail = false } }), ReasonCode.MultiRegionTrailNotPresent),
        Fails("stopped trail", control => Complete(control).Trails(trail => trail.Trail.Read(isLogging: false)), ReasonCode.MultiRegionTrailNotPresent),
        Fails("trail of write events only", control => Complete(control).Trails(trail => trail.Trail.Read(selectors: SampleTrails.Classic(new EventSelector { ReadWriteType = "WriteOnly" }))), ReasonCode.MultiRegionTrailNotPresent),
        Fails("trail without a log group", control => Complete(control).Trails(WithoutLogGroup), ReasonCode.MultiRegionTrailNotPresent),
        Fails("unread trail without a log group", control => Complete(control).Trails(trail => WithoutLogGroup(trail.Trail.Unread())), ReasonCode.MultiRegionTrailNotPresent),
        Fails("stopped trail, filters denied", control => Complete(control).Trails(trail => trail.Trail.Read(isLogging: false)).WithoutFilters(DeniedFilters), ReasonCode.MultiRegionTrailNotPresent),

        // Another Region or account.
        Passes("trail homed in another Region", control => CompleteIn(OtherRegion, control)) with { Strict = ("Warning", ReasonCode.TrailRegionInvalid) },
        Fails("trail without a log group homed in another Region", control => CompleteIn(OtherRegion, control).Trails(WithoutLogGroup), ReasonCode.MultiRegionTrailNotPresent),
        Fails("trail homed in another Region, no filter", control => CompleteIn(OtherRegion, control).WithFilters(OtherRegion), ReasonCode.MetricFiltersNotPresent) with { Strict = ("Warning", ReasonCode.TrailRegionInvalid) },
        Warns("organization trail of another account", control => WithTrails(control, SampleTrails.OfOrganization().Unread()), ReasonCode.LogGroupCrossAccount),
        Warns("organization trail of another account without a log group", control => WithTrails(control, WithoutLogGroup(SampleTrails.OfOrganization().Unread())), ReasonCode.LogGroupCrossAccount),
        Warns("organization trail of another account and an own trail that leads nowhere", control => WithTrails(control, SampleTrails.OfOrganization().Unread(), SampleTrails.Complete().Read()).WithAlarms(Region), ReasonCode.LogGroupCrossAccount),
        Warns("log group of another account", control => WithTrails(control, DeliveringAbroad().Read()), ReasonCode.LogGroupCrossAccount),
        Warns("unread organization trail that delivers to an own log group", control => WithTrails(control, DeliveringHome().Unread()), ReasonCode.OrganizationTrailNotReadable)
            with { Strict = ("Warning", ReasonCode.LogGroupCrossAccount) },
        Fails("unread organization trail that delivers to an own log group, no alarm", control => WithTrails(control, DeliveringHome().Unread()).WithAlarms(Region), ReasonCode.AlarmsNotPresent)
            with { Strict = ("Warning", ReasonCode.LogGroupCrossAccount) },
        Warns("some Regions did not list their trails, none seen", control => Judging.Account().With().Blinkered(), ReasonCode.PartialVisibility),
        Warns("some Regions did not list their trails, no alarm", control => Complete(control).Blinkered().WithAlarms(Region), ReasonCode.PartialVisibility),
        Warns("topic of another account, listing denied", control => WithTopic(control, TopicIn(Region, Foreign)).WithoutSubscribers(DeniedSubscribers, TopicIn(Region, Foreign)), ReasonCode.TopicCrossAccount),
        Warns("topic of another Region, listing denied", control => WithTopic(control, TopicIn(OtherRegion)).WithoutSubscribers(DeniedSubscribers, TopicIn(OtherRegion)), ReasonCode.TopicCrossAccountCrossRegion),
        Warns("topic of another account and Region, listing denied", control => WithTopic(control, TopicIn(OtherRegion, Foreign)).WithoutSubscribers(DeniedSubscribers, TopicIn(OtherRegion, Foreign)), ReasonCode.TopicCrossAccountCrossRegion),
        Passes("topic of another Region", control => WithTopic(control, TopicIn(OtherRegion)).WithSubscribers(TopicIn(OtherRegion), Confirmed(Topic)))
            with { Strict = ("Warning", ReasonCode.TopicCrossAccountCrossRegion) },
        Fails("topic of another Region without a subscriber", control => WithTopic(control, TopicIn(OtherRegion)).WithSubscribers(TopicIn(OtherRegion)), ReasonCode.SubscriptionNotPresent)
            with { Strict = ("Warning", ReasonCode.TopicCrossAccountCrossRegion) },

        // Metric filters.
        Fails("log group deleted", control => Complete(control).WithLogGroup(SampleTrails.Complete(), exists: false).WithFilters(Region), ReasonCode.MetricFiltersNotPresent),
        Fails("no metric filter", control => Complete(control).WithFilters(Region), ReasonCode.MetricFiltersNotPresent),
        Fails("right filter in a log group that no trail feeds", control => Complete(control).Filters(filter => filter with { LogGroupName = "/app/web" }), ReasonCode.MetricFiltersNotPresent),
        Fails("other metric filters only", control => Complete(control).Filters(filter => filter with { FilterPattern = "{ $.eventName = RunInstances }" }), ReasonCode.MetricFilterNotValid),
        Fails("metric filter for unstructured text", control => Complete(control).Filters(filter => filter with { FilterPattern = "ERROR" }), ReasonCode.MetricFilterNotValid),
        Fails("space-delimited metric filter", control => Complete(control).Filters(filter => filter with { FilterPattern = "[ip, user, ...]" }), ReasonCode.MetricFilterNotValid),
        Fails("metric filter with an empty pattern", control => Complete(control).Filters(filter => filter with { FilterPattern = "" }), ReasonCode.MetricFilterNotValid),

        // Alarms.
        Fails("no alarm", control => Complete(control).WithAlarms(Region), ReasonCode.AlarmsNotPresent),
        Fails("alarm on another metric", control => Complete(control).Alarms(alarm => alarm with { MetricName = "Other" }), ReasonCode.AlarmsNotPresent),
        Fails("alarm on the same name in another namespace", control => Complete(control).Alarms(alarm => alarm with { Namespace = "MyApp" }), ReasonCode.AlarmsNotPresent),
        Fails("alarm in another Region", control => Complete(control).WithAlarms(Region).WithAlarms(OtherRegion, Alarm(Topic)), ReasonCode.AlarmsNotPresent),
        Fails("alarm with a dimension, filter without", control => Complete(control).Alarms(alarm => alarm with { Dimensions = ["eventName"] }), ReasonCode.AlarmsNotPresent),
        Fails("filter with a dimension, alarm without", control => Complete(control).Filters(filter => filter with { Transformations = [Metric() with { Dimensions = ["eventName"] }] }), ReasonCode.AlarmsNotPresent),
        Fails("metric filter without a transformation", control => Complete(control).Filters(filter => filter with { Transformations = [] }), ReasonCode.AlarmsNotPresent),

        // Alarm actions.
        Fails("alarm without actions, as where it has OK actions only", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = [] }), ReasonCode.AlarmActionsNotValid),
        Fails("actions switched off", control => Complete(control).Alarms(alarm => alarm with { ActionsEnabled = false }), ReasonCode.AlarmActionsNotValid),
        Fails("only a Lambda action", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = [Lambda] }), ReasonCode.AlarmActionsNotValid),
        Fails("only an SSM action", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = ["arn:aws:ssm:us-east-1:111122223333:opsitem:1"] }), ReasonCode.AlarmActionsNotValid),
        Fails("only an action that is no ARN", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = ["sns"] }), ReasonCode.AlarmActionsNotValid),

        // Topics and subscribers.
        Fails("topic gone", control => Complete(control).WithoutSubscribers(TopicGone), ReasonCode.TopicInvalid),
        Fails("no subscriber", control => Complete(control).WithSubscribers(Topic), ReasonCode.SubscriptionNotPresent),
        Fails("only a pending subscriber", control => Complete(control).WithSubscribers(Topic, Unconfirmed()), ReasonCode.SubscriptionNotPresent),
        Fails("only a deleted subscriber", control => Complete(control).WithSubscribers(Topic, Unconfirmed("Deleted")), ReasonCode.SubscriptionNotPresent),

        // Reads that failed.
        Unknown("trails denied everywhere", control => Complete(control).Blind(), ReasonCode.AccessDenied),
        Unknown("trail status denied", control => Complete(control).Trails(trail => trail with { Status = trail.Trail.Unread().Status }), ReasonCode.AccessDenied),
        Unknown("event selectors denied", control => Complete(control).Trails(trail => trail with { EventSelectors = trail.Trail.Unread().EventSelectors }), ReasonCode.AccessDenied),
        Unknown("metric filters denied", control => Complete(control).WithoutFilters(DeniedFilters), ReasonCode.AccessDenied),
        Unknown("metric filters throttled", control => Complete(control).WithoutFilters(Throttled), ReasonCode.Throttled),
        Unknown("metric filters not collected", control => Complete(control) with { MetricFilters = new Dictionary<string, Evidence<IReadOnlyList<MetricFilter>>>() }, ReasonCode.NotCollected),
        Unknown("alarms denied", control => Complete(control).WithoutAlarms(DeniedAlarms), ReasonCode.AccessDenied),
        Unknown("alarms throttled", control => Complete(control).WithoutAlarms(Throttled), ReasonCode.Throttled),
        Unknown("alarms not collected", control => Complete(control) with { Alarms = new Dictionary<string, Evidence<IReadOnlyList<Alarm>>>() }, ReasonCode.NotCollected),
        Unknown("subscribers denied", control => Complete(control).WithoutSubscribers(DeniedSubscribers), ReasonCode.AccessDenied),
        Unknown("subscribers throttled", control => Complete(control).WithoutSubscribers(Throttled), ReasonCode.Throttled),
        Unknown("subscribers not collected", control => Complete(control) with { TopicSubscriptions = new Dictionary<string, Evidence<IReadOnlyList<TopicSubscription>>>() }, ReasonCode.NotCollected),
        Unknown("topic of another account, listing throttled", control => WithTopic(control, TopicIn(Region, Foreign)).WithoutSubscribers(Throttled, TopicIn(Region, Foreign)), ReasonCode.Throttled),
        Unknown("one trail unread, the other broken", control => WithTrails(control, SampleTrails.Complete().Unread(), SampleTrails.Complete("b").Read()), ReasonCode.AccessDenied),
        Unknown("one topic denied, the other without subscribers", control => Complete(control).Alarms(alarm => alarm with { AlarmActions = [OtherTopic, Topic] })
            .WithoutSubscribers(DeniedSubscribers, OtherTopic).WithSubscribers(Topic), ReasonCode.AccessDenied),
        Fails("alarms denied, but no metric filter matches", control => Complete(control).WithFilters(Region).WithoutAlarms(DeniedAlarms), ReasonCode.MetricFiltersNotPresent),
        Fails("trail unread, but its log group has no metric filter", control => Complete(control).Trails(trail => trail.Trail.Unread()).WithFilters(Region), ReasonCode.MetricFiltersNotPresent),
    ];

    public static ChainCase Find(string name) => All.Single(chain => chain.Name == name);

    public static EvidenceGap DeniedFilters => Judging.Denied("logs:DescribeMetricFilters", Region);

    public static EvidenceGap DeniedAlarms => Judging.Denied("cloudwatch:DescribeAlarms", Region);

    public static EvidenceGap DeniedSubscribers => Judging.Denied("sns:ListSubscriptionsByTopic", Region) with { ErrorCode = "AuthorizationError" };

    private const string Lambda = "arn:aws:lambda:us-east-1:111122223333:function:notify";
    private const string OtherTopic = "arn:aws:sns:us-east-1:111122223333:another-topic";

    private static AccountEvidence WithTrails(string control, params TrailEvidence[] trails) => Complete(control).With(trails);

    private static AccountEvidence WithTopic(string control, string topic) =>
        Complete(control).Alarms(alarm => alarm with { AlarmActions = [topic] }) with { TopicSubscriptions = new Dictionary<string, Evidence<IReadOnlyList<TopicSubscription>>>() };

    private static TrailEvidence WithoutLogGroup(TrailEvidence trail) => trail with { Trail = trail.Trail with { CloudWatchLogsLogGroupArn = null } };

    private static Trail DeliveringAbroad() =>
        SampleTrails.Complete() with { CloudWatchLogsLogGroupArn = $"arn:aws:logs:us-east-1:{Foreign}:log-group:aws-cloudtrail-logs/everything:*" };

    private static Trail DeliveringHome() =>
        SampleTrails.OfOrganization() with { CloudWatchLogsLogGroupArn = $"arn:aws:logs:us-east-1:{Judging.AccountId}:log-group:aws-cloudtrail-logs/everything:*" };

    private static ChainCase Passes(string name, Func<string, AccountEvidence> account) => new(name, account, "Passed", ReasonCode.Compliant);

    private static ChainCase Fails(string name, Func<string, AccountEvidence> account, string reasonCode) => new(name, account, "Failed", reasonCode);

    private static ChainCase Warns(string name, Func<string, AccountEvidence> account, string reasonCode) => new(name, account, "Warning", reasonCode);

    private static ChainCase Unknown(string name, Func<string, AccountEvidence> account, string reasonCode) => new(name, account, "NotAvailable", reasonCode);
}
