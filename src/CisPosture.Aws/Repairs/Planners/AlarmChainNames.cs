using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Controls.Monitoring;
using CisPosture.Controls.Trails;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>What the links of a chain are called, as the source document names them.</summary>
internal static class AlarmChainNames
{
    /// <summary>The namespace of the metrics.</summary>
    public const string Namespace = "LogMetrics";

    /// <summary>Names of a filter, its metric and its alarm: the benchmark's, and another where that one is taken by something else.</summary>
    public static IReadOnlyList<string> Of(CisControl control) => [control.AlarmName!, $"{control.AlarmName}-2"];

    public static RepairTarget Filter(TrailLogGroup group, string name) => MetricFilterSetting.Target(group.Region, group.Arn, group.Name, name);

    /// <summary>The topic to notify: the user's; else the one that the alarm notifies already and that only lacks a subscriber; else one to make.</summary>
    public static string Topic(RepairPlace place, ChainPath path, TrailLogGroup group, MetricAlarmOptions options)
    {
        if (options.TopicArn is { } given)
        {
            return given;
        }

        return path is { Step: ChainStep.Subscriber, Links.TopicArn: { } notified } && IsAt(notified, place.AccountId, group.Region)
            ? notified
            : place.Arn("sns", group.Region, options.TopicName);
    }

    public static bool IsAt(string topicArn, string accountId, string region) =>
        Arn.TryParse(topicArn, out var arn) && arn.AccountId == accountId && arn.Region == region;

    /// <summary>The subscription that the user asks for; null where none is asked for.</summary>
    public static RepairTarget? Subscription(RepairPlace place, string topicArn, string region, MetricAlarmOptions options) => options.SubscriberEndpoint is { } endpoint
        ? SubscriptionSetting.Target(region, topicArn, options.SubscriberProtocol, endpoint, endsWithTopic: topicArn == place.Arn("sns", region, options.TopicName) && options.TopicArn is null)
        : null;
}
