using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls.Monitoring;
using CisPosture.Controls.Trails;
using CisPosture.Policies;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The plan that completes one chain.</summary>
internal sealed class AlarmChainPlan(
    RepairPlace place, LiveAlarmChains live, MetricAlarmOptions options, IReadOnlyList<RepairSubject> subjects, CisControl control, ChainPath path, TrailLogGroup group)
{
    private const string Owner = "Repair-CisMetricAlarm";
    private const string ManagedKey = "alias/aws/sns";

    private static readonly MetricFilterSetting Filters = new();
    private static readonly MetricAlarmSetting Alarms = new();
    private static readonly TopicSetting Topics = new();
    private static readonly TopicPolicySetting Policies = new();
    private static readonly SubscriptionSetting Subscriptions = new();

    private readonly LiveTopic _topic = live.Topics[AlarmChainNames.Topic(place, path, group, options)];

    public RepairPlan Make() => TopicObstacle() ?? SubscriberObstacle() ?? NameObstacle() ?? Complete();

    private bool IsGiven => options.TopicArn is not null;

    private bool IsNotifiedAlready => path.Step == ChainStep.Subscriber && path.Links.TopicArn == _topic.Arn;

    private bool HasSubscriber => _topic.Subscriptions.Any(Subscribers.IsConfirmed);

    private RepairPlan? TopicObstacle()
    {
        if (!AlarmChainNames.IsAt(_topic.Arn, place.AccountId, group.Region))
        {
            return Skip(RepairReasonCode.ChoiceNeeded, $"Alarms on log group {group.Name} are in {group.Region} of account {place.AccountId}, and can only notify a topic there; {_topic.Arn} is elsewhere.");
        }

        if (IsGiven && !_topic.Exists)
        {
            return Skip(RepairReasonCode.ResourceGone, $"Topic {_topic.Arn} does not exist. Without -TopicArn, a topic is made.");
        }

        if (!IsGiven && !IsNotifiedAlready && _topic.Existence.State is { } state && state.Text(TopicSetting.Owner) is null)
        {
            return Skip(RepairReasonCode.ForeignResource, $"Topic {_topic.Arn} exists and was not made by CisPosture. To use it, name it with -TopicArn; to make another, give a -TopicName.");
        }

        return _topic.KmsKeyId?.EndsWith(ManagedKey, StringComparison.Ordinal) == true
            ? Skip(RepairReasonCode.ChoiceNeeded, $"Topic {_topic.Arn} is encrypted with AWS's own key, which alarms cannot use: notifications would vanish. Name another topic with -TopicArn, or none.")
            : null;
    }

    private RepairPlan? SubscriberObstacle() => options.SubscriberEndpoint is null && _topic.Subscriptions.Count == 0
        ? Skip(RepairReasonCode.ChoiceNeeded, "Nobody would be told: give -SubscriberEndpoint, or with -TopicArn a topic that has a subscriber.")
        : null;

    private RepairPlan? NameObstacle()
    {
        var taken = NeedsFilter && FilterName is null ? "metric filters" : NeedsAlarm && AlarmName is null ? "alarms" : null;
        return taken is null
            ? null
            : Skip(RepairReasonCode.ForeignResource, $"The names {string.Join(" and ", Names)} are taken by {taken} in {group.Region} that CisPosture has not made and that do something else. Rename or remove one of them.");
    }

    private RepairPlan Complete()
    {
        var (filterStep, metric) = Filter();
        var steps = new[] { filterStep, Topic(), TopicPolicy(), Subscription(), NeedsAlarm ? Alarm(metric) : null }.OfType<RepairStep>().ToList();
        return new RepairPlan
        {
            Subjects = subjects,
            Steps = steps,
            Warnings = _topic.KmsKeyId is { } key ? [$"Topic {_topic.Arn} is encrypted with {key}: notifications arrive only where the key's policy lets cloudwatch.amazonaws.com use it."] : [],
            Pending = HasSubscriber ? null : $"The subscriber of topic {_topic.Arn} has yet to confirm by the message that AWS sends; until then the control stays failed.",
        };
    }

    private IReadOnlyList<string> Names => AlarmChainNames.Of(control);

    // A filter that matches is used with the metric that it writes, unless that is split into parts of which an alarm sees one only.
    private MetricTransformation? FoundMetric =>
        (path.Links.Metric ?? (path.Links.Filter is { Transformations: [var first, ..] } ? first : null)) is { Dimensions.Count: 0 } metric ? metric : null;

    private bool NeedsFilter => FoundMetric is null;

    private bool NeedsAlarm => !IsNotifiedAlready;

    private string? FilterName => Names.FirstOrDefault(name => FilterNow(name) is null || Equals(FilterNow(name), FilterWanted(name)));

    private string? AlarmName => Names.FirstOrDefault(name => AlarmNow(name).State is not { } state || state.Text(MetricAlarmSetting.Owner) is not null);

    private RepairState? FilterNow(string name) => live.Of(AlarmChainNames.Filter(group, name)).State;

    private RepairState FilterWanted(string name) => MetricFilterSetting.Counting(control.FilterPattern!, AlarmChainNames.Namespace, name);

    private SettingReading AlarmNow(string name) => live.Of(MetricAlarmSetting.Target(place, group.Region, name));

    private (RepairStep? Step, MetricTransformation Metric) Filter()
    {
        if (FoundMetric is { } found)
        {
            return (null, found);
        }

        var name = FilterName!;
        var target = AlarmChainNames.Filter(group, name);
        var step = FilterNow(name) is null ? Filters.Step(place, target, SettingReading.Missing, FilterWanted(name), "Count the events with a metric filter") : null;
        return (step, new MetricTransformation { MetricName = name, MetricNamespace = AlarmChainNames.Namespace, MetricValue = "1" });
    }

    private RepairStep? Topic() =>
        _topic.Exists ? null : Topics.Step(place, TopicSetting.Target(group.Region, _topic.Arn), _topic.Existence, TopicSetting.OwnedBy(Owner), "Make a topic for alarms");

    private RepairStep? TopicPolicy()
    {
        if (!_topic.Exists || _topic.Policy.State is not { } policy || LetsAlarmsPublish(policy))
        {
            return null;
        }

        var after = policy.With("Statement", (IReadOnlyList<RepairState>)[.. policy.Items("Statement"), TopicSetting.PublishStatement(place, _topic.Arn)]);
        return Policies.Step(place, TopicPolicySetting.Target(group.Region, _topic.Arn), _topic.Policy, after, "Let the account's alarms publish to the topic");
    }

    private RepairStep? Subscription() =>
        AlarmChainNames.Subscription(place, _topic.Arn, group.Region, options) is { } target && live.Of(target) is { State: null } missing
            ? Subscriptions.Step(place, target, missing, RepairState.Empty, "Subscribe to the topic")
            : null;

    private RepairStep? Alarm(MetricTransformation metric)
    {
        var name = AlarmName!;
        var before = AlarmNow(name);
        var owner = before.State?.Text(MetricAlarmSetting.Owner) ?? Owner;
        var actions = before.State?.Texts(MetricAlarmSetting.Actions) ?? [];
        var wanted = MetricAlarmSetting
            .AtFirstEvent(owner, $"CIS {control.Id}: {control.Title}", metric.MetricNamespace, metric.MetricName, _topic.Arn)
            .With(MetricAlarmSetting.Actions, actions.Append(_topic.Arn).Distinct(StringComparer.Ordinal).OrderBy(action => action, StringComparer.Ordinal).ToList());
        return Equals(before.State, wanted)
            ? null
            : Alarms.Step(place, MetricAlarmSetting.Target(place, group.Region, name), before, wanted, before.State is null ? "Tell the topic of the first event" : "Let the alarm tell the topic");
    }

    // The policy that SNS gives a new topic lets the owner's services in by the account of the source.
    private bool LetsAlarmsPublish(RepairState policy) =>
        PolicyDocument.TryParse(policy.Json, out var document, out _) && document.Statements.Any(statement =>
            statement.Effect == PolicyEffect.Allow
            && statement.Principals?.Any(principal => principal.Id is "*" or "cloudwatch.amazonaws.com") == true
            && statement.Actions?.Any(action => action is "*" || action.Equals("sns:*", StringComparison.OrdinalIgnoreCase) || action.Equals("sns:Publish", StringComparison.OrdinalIgnoreCase)) == true
            && statement.Conditions.All(IsMet));

    private bool IsMet(PolicyCondition condition) =>
        (condition.Key.Equals("aws:SourceOwner", StringComparison.OrdinalIgnoreCase) || condition.Key.Equals("aws:SourceAccount", StringComparison.OrdinalIgnoreCase))
        && condition.Operator.StartsWith("StringEquals", StringComparison.OrdinalIgnoreCase)
        && condition.Values.Contains(place.AccountId, StringComparer.Ordinal);

    private RepairPlan Skip(string reasonCode, string reason) => RepairPlan.Skipped(subjects, reasonCode, reason);
}
