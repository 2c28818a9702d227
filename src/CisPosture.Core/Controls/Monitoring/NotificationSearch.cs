using CisPosture.Accounts;

namespace CisPosture.Controls.Monitoring;

/// <summary>Searches the second half of the paths: from a matching metric filter over alarm and topic to a confirmed subscriber.</summary>
internal sealed class NotificationSearch
{
    private readonly AccountEvidence _evidence;
    private readonly ChainRules _rules;
    private readonly bool _isStrict;

    public NotificationSearch(AccountEvidence evidence, ChainRules rules, bool isStrict)
    {
        _evidence = evidence;
        _rules = rules;
        _isStrict = isStrict;
    }

    public IEnumerable<ChainPath> FromFilter(ChainLinks links, string region)
    {
        var filter = links.Filter!;
        return filter.Transformations.Count == 0
            ? [ChainPath.Broken(links, ChainStep.Alarm, ReasonCode.AlarmsNotPresent, $"Metric filter {filter.FilterName} writes no metric.")]
            : filter.Transformations.SelectMany(metric => FromMetric(links with { Metric = metric }, metric, region));
    }

    private IEnumerable<ChainPath> FromMetric(ChainLinks links, MetricTransformation metric, string region)
    {
        if (!At(_evidence.Alarms, region).TryGet(out var alarms, out var gap))
        {
            return [ChainPath.Unread(links, ChainStep.Alarm, gap)];
        }

        var watching = alarms.Where(alarm => MetricWatch.Watches(alarm, metric)).ToList();
        if (watching.Count == 0)
        {
            var reason = $"No alarm in {region} watches {metric.MetricNamespace}/{metric.MetricName}, the metric of filter {links.Filter!.FilterName}.";
            return [ChainPath.Broken(links.WithNotes(MetricWatch.NearMisses(metric, region, _evidence.Alarms)), ChainStep.Alarm, ReasonCode.AlarmsNotPresent, reason)];
        }

        return watching.SelectMany(alarm => FromAlarm(links.WithNotes(NotesOn(metric, alarm)) with { Alarm = alarm }, metric, alarms, region));
    }

    private IEnumerable<ChainPath> FromAlarm(ChainLinks links, MetricTransformation metric, IReadOnlyList<Alarm> alarms, string region)
    {
        var alarm = links.Alarm!;
        var oddity = AlarmThreshold.Oddity(alarm, metric);
        if (oddity is not null && _rules.ChecksThreshold)
        {
            return [ChainPath.Broken(links, ChainStep.Threshold, ReasonCode.NonCompliant, oddity)];
        }

        var noted = oddity is null ? links : links.WithNotes([oddity]);
        var notifications = TopicsOf(alarm).Select(topic => noted with { TopicArn = topic })
            .Concat(CompositesOf(alarm, alarms).SelectMany(TopicsOf, (composite, topic) => noted with { CompositeAlarm = composite, TopicArn = topic }))
            .ToList();
        return notifications.Count == 0
            ? [ChainPath.Broken(noted.WithNotes(CompositeHints(alarm, alarms)), ChainStep.AlarmAction, ReasonCode.AlarmActionsNotValid, SilentReason(alarm))]
            : notifications.Select(notification => FromTopic(notification, region));
    }

    private ChainPath FromTopic(ChainLinks links, string region)
    {
        var arn = links.TopicArn!;
        var subscriptions = At(_evidence.TopicSubscriptions, arn);
        if (_isStrict && RegionOf(arn) != region)
        {
            return OutOfSight(links, region);
        }

        if (!subscriptions.TryGet(out var known, out var gap))
        {
            return FromUnreadTopic(links, gap, region);
        }

        var listed = links with { Subscriptions = known };
        var confirmed = known.Count(Subscribers.IsConfirmed);
        return confirmed > 0
            ? ChainPath.Complete(listed, CompleteReason(listed, confirmed))
            : ChainPath.Broken(listed.WithNotes(PendingHint(known)), ChainStep.Subscriber, ReasonCode.SubscriptionNotPresent, SubscriberReason(arn, known));
    }

    private ChainPath FromUnreadTopic(ChainLinks links, EvidenceGap gap, string region)
    {
        if (gap.ErrorCode is "NotFound" or "NotFoundException")
        {
            return ChainPath.Broken(links, ChainStep.Topic, ReasonCode.TopicInvalid, $"Topic {NameOf(links.TopicArn!)}, which alarm {Notifier(links).AlarmName} notifies, does not exist.");
        }

        var isElsewhere = !IsOwnTopic(links.TopicArn!) || RegionOf(links.TopicArn!) != region;
        return isElsewhere && IsRefusal(gap) ? OutOfSight(links, region) : ChainPath.Unread(links, ChainStep.Topic, gap);
    }

    // What is refused to us may be granted to its owner; what was throttled or not asked for tells nothing about where the topic is.
    private static bool IsRefusal(EvidenceGap gap) =>
        gap.ReasonCode is ReasonCode.AccessDenied or ReasonCode.RegionNotEnabled or ReasonCode.EndpointUnreachable;

    private ChainPath OutOfSight(ChainLinks links, string region)
    {
        var arn = links.TopicArn!;
        var isOtherRegion = RegionOf(arn) != region;
        var owner = IsOwnTopic(arn) ? "this account" : $"account {AccountOf(arn)}";
        var place = isOtherRegion ? $" in {RegionOf(arn)}" : string.Empty;
        return ChainPath.OutOfSight(
            links,
            ChainStep.Topic,
            isOtherRegion ? ReasonCode.TopicCrossAccountCrossRegion : ReasonCode.TopicCrossAccount,
            $"Topic {NameOf(arn)} of {owner}{place} does not show its subscribers from here.");
    }

    private IReadOnlyList<Alarm> CompositesOf(Alarm alarm, IReadOnlyList<Alarm> alarms) =>
        _rules.FollowsCompositeAlarms ? CompositeAlarms.FiredBy(alarm, alarms) : [];

    private IEnumerable<string> CompositeHints(Alarm alarm, IReadOnlyList<Alarm> alarms) => _rules.FollowsCompositeAlarms
        ? []
        : CompositeAlarms.FiredBy(alarm, alarms)
            .Where(composite => TopicsOf(composite).Any())
            .Take(1)
            .Select(composite => $"Composite alarm {composite.AlarmName} fires with it and notifies a topic; FollowCompositeAlarms accepts that.");

    private static IEnumerable<string> TopicsOf(Alarm alarm) =>
        alarm.ActionsEnabled ? alarm.AlarmActions.Where(IsTopic).Distinct(StringComparer.Ordinal) : [];

    private static bool IsTopic(string action) => Arn.TryParse(action, out var arn) && arn.Service == "sns";

    private static IEnumerable<string> NotesOn(MetricTransformation metric, Alarm alarm) => metric.Dimensions.Count == 0
        ? []
        : [$"The metric is split by {string.Join(", ", metric.Dimensions)}, and alarm {alarm.AlarmName} watches one part of it only."];

    private static string SilentReason(Alarm alarm)
    {
        if (alarm.AlarmActions.Any(IsTopic))
        {
            return $"The actions of alarm {alarm.AlarmName} are switched off.";
        }

        return alarm.AlarmActions.Count == 0
            ? $"Alarm {alarm.AlarmName} does nothing when it fires."
            : $"Alarm {alarm.AlarmName} notifies no SNS topic when it fires.";
    }

    private static string CompleteReason(ChainLinks links, int confirmed)
    {
        var subscribers = confirmed == 1 ? "1 confirmed subscriber" : $"{confirmed} confirmed subscribers";
        return $"Metric filter {links.Filter!.FilterName} feeds alarm {links.Alarm!.AlarmName}, which notifies {subscribers} of topic {NameOf(links.TopicArn!)}.";
    }

    private static string SubscriberReason(string topicArn, IReadOnlyList<TopicSubscription> subscriptions) => subscriptions.Count == 0
        ? $"Topic {NameOf(topicArn)} has no subscriber."
        : $"Topic {NameOf(topicArn)} has no confirmed subscriber among {subscriptions.Count}.";

    private static IEnumerable<string> PendingHint(IReadOnlyList<TopicSubscription> subscriptions) => subscriptions.Any(Subscribers.IsPending)
        ? ["Confirm the mail that AWS sent to the pending subscriber, then scan again."]
        : [];

    private static Alarm Notifier(ChainLinks links) => links.CompositeAlarm ?? links.Alarm!;

    private bool IsOwnTopic(string arn) => AccountOf(arn) == _evidence.AccountId;

    private static string NameOf(string arn) => Arn.TryParse(arn, out var parts) ? parts.Resource : arn;

    private static string? RegionOf(string arn) => Arn.TryParse(arn, out var parts) ? parts.Region : null;

    private static string? AccountOf(string arn) => Arn.TryParse(arn, out var parts) ? parts.AccountId : null;

    private static Evidence<IReadOnlyList<T>> At<T>(IReadOnlyDictionary<string, Evidence<IReadOnlyList<T>>> places, string place) =>
        places.TryGetValue(place, out var evidence) ? evidence : Evidence<IReadOnlyList<T>>.NotCollected;
}
