using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;

namespace CisPosture.Core.Tests.Controls.Monitoring;

/// <summary>Accounts with alarm chains, for tests to break one link of.</summary>
internal static class AlarmChains
{
    public const string Region = "us-east-1";
    public const string OtherRegion = "eu-west-1";
    public const string Topic = "arn:aws:sns:us-east-1:111122223333:cis-alarms";
    public const string Namespace = "LogMetrics";
    public const string MetricName = "CisEvents";

    public static IEnumerable<string> ControlIds =>
        BenchmarkCatalogue.Current.Controls.Where(control => control.FilterPattern is not null).Select(control => control.Id);

    public static string Pattern(string control) => BenchmarkCatalogue.Current[control].FilterPattern!;

    /// <summary>One trail, one filter with the benchmark's own pattern, one alarm, one topic, one subscriber, all in us-east-1.</summary>
    public static AccountEvidence Complete(string control) => CompleteIn(Region, control);

    public static AccountEvidence CompleteIn(string region, string control)
    {
        var trail = SampleTrails.Complete(homeRegion: region);
        var topic = TopicIn(region);
        return Judging.Account().With(trail.Read())
            .WithLogGroup(trail, exists: true)
            .WithFilters(region, Filter(trail, Pattern(control)))
            .WithAlarms(region, Alarm(topic))
            .WithSubscribers(topic, Confirmed(topic));
    }

    public static string TopicIn(string region, string account = Judging.AccountId) => $"arn:aws:sns:{region}:{account}:cis-alarms";

    public static MetricFilter Filter(Trail trail, string pattern, string name = "cis-filter") => new()
    {
        FilterName = name,
        LogGroupName = $"aws-cloudtrail-logs/{trail.Name}",
        FilterPattern = pattern,
        Transformations = [Metric()],
    };

    public static MetricTransformation Metric(string name = MetricName, string metricNamespace = Namespace) =>
        new() { MetricName = name, MetricNamespace = metricNamespace, MetricValue = "1" };

    public static Alarm Alarm(params string[] actions) => new()
    {
        AlarmName = "cis-alarm",
        AlarmArn = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:cis-alarm",
        ActionsEnabled = true,
        AlarmActions = actions,
        Namespace = Namespace,
        MetricName = MetricName,
        Statistic = "Sum",
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
        Threshold = 1,
    };

    public static Alarm Composite(string name, string rule, params string[] actions) => new()
    {
        AlarmName = name,
        AlarmArn = $"arn:aws:cloudwatch:us-east-1:111122223333:alarm:{name}",
        ActionsEnabled = true,
        AlarmActions = actions,
        AlarmRule = rule,
    };

    public static TopicSubscription Confirmed(string topic, string protocol = "email", string account = Judging.AccountId) => new()
    {
        SubscriptionArn = topic.Replace(Judging.AccountId, account, StringComparison.Ordinal) + ":8a21d249-4329-4871-acc6-7be709c6ea7f",
        Protocol = protocol,
        Endpoint = "security@example.com",
    };

    public static TopicSubscription Unconfirmed(string state = "PendingConfirmation") => new()
    {
        SubscriptionArn = state,
        Protocol = "email",
        Endpoint = "security@example.com",
    };

    public static AccountEvidence WithLogGroup(this AccountEvidence account, Trail trail, bool exists) => account with
    {
        TrailLogGroups = Put(account.TrailLogGroups, trail.CloudWatchLogsLogGroupArn![..^2], Evidence.Of(exists)),
    };

    public static AccountEvidence WithFilters(this AccountEvidence account, string region, params MetricFilter[] filters) => account with
    {
        MetricFilters = Put(account.MetricFilters, region, Evidence.Of<IReadOnlyList<MetricFilter>>(filters)),
    };

    public static AccountEvidence WithAlarms(this AccountEvidence account, string region, params Alarm[] alarms) => account with
    {
        Alarms = Put(account.Alarms, region, Evidence.Of<IReadOnlyList<Alarm>>(alarms)),
    };

    public static AccountEvidence WithSubscribers(this AccountEvidence account, string topic, params TopicSubscription[] subscriptions) => account with
    {
        TopicSubscriptions = Put(account.TopicSubscriptions, topic, Evidence.Of<IReadOnlyList<TopicSubscription>>(subscriptions)),
    };

    public static AccountEvidence WithoutFilters(this AccountEvidence account, EvidenceGap gap, string region = Region) => account with
    {
        MetricFilters = Put(account.MetricFilters, region, Evidence.Missing<IReadOnlyList<MetricFilter>>(gap)),
    };

    public static AccountEvidence WithoutAlarms(this AccountEvidence account, EvidenceGap gap, string region = Region) => account with
    {
        Alarms = Put(account.Alarms, region, Evidence.Missing<IReadOnlyList<Alarm>>(gap)),
    };

    public static AccountEvidence WithoutSubscribers(this AccountEvidence account, EvidenceGap gap, string topic = Topic) => account with
    {
        TopicSubscriptions = Put(account.TopicSubscriptions, topic, Evidence.Missing<IReadOnlyList<TopicSubscription>>(gap)),
    };

    /// <summary>The account with its trails changed.</summary>
    public static AccountEvidence Trails(this AccountEvidence account, Func<TrailEvidence, TrailEvidence> change) =>
        account.With([.. account.Trails.Select(change)]);

    /// <summary>The account with every filter of us-east-1 changed.</summary>
    public static AccountEvidence Filters(this AccountEvidence account, Func<MetricFilter, MetricFilter> change) =>
        account.WithFilters(Region, [.. account.MetricFilters[Region].Value!.Select(change)]);

    /// <summary>The account with every alarm of us-east-1 changed.</summary>
    public static AccountEvidence Alarms(this AccountEvidence account, Func<Alarm, Alarm> change) =>
        account.WithAlarms(Region, [.. account.Alarms[Region].Value!.Select(change)]);

    private static Dictionary<string, T> Put<T>(IReadOnlyDictionary<string, T> places, string place, T value) =>
        new(places.ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal), StringComparer.Ordinal) { [place] = value };
}
