using Amazon.SimpleNotificationService.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Controls.Monitoring;
using CisPosture.Controls.Trails;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Follows chains as the controls do, and reads what stands where they break off.</summary>
internal sealed class AlarmChainReader(RepairReader reader, MetricAlarmOptions options)
{
    private static readonly EvidenceKind[] Kinds =
    [
        EvidenceKind.Trails, EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors, EvidenceKind.TrailLogGroups,
        EvidenceKind.MetricFilters, EvidenceKind.Alarms, EvidenceKind.TopicSubscriptions,
    ];

    public async Task<LiveAlarmChains> ReadAsync(IReadOnlyList<RepairSubject> subjects)
    {
        var evidence = PlannedTrails.LayOver(await reader.Context.CollectAsync(Kinds, []).ConfigureAwait(false), reader);
        var paths = subjects.Select(subject => subject.Control).Distinct().ToDictionary(control => control.Id, control => Follow(control, evidence), StringComparer.Ordinal);
        var open = subjects
            .Select(subject => (subject.Control, Path: paths[subject.ControlId]))
            .Where(chain => chain.Path is { Outcome: ChainOutcome.Broken, Links.LogGroup: not null })
            .Select(chain => (chain.Control, chain.Path, Group: chain.Path.Links.LogGroup!))
            .ToList();
        var topics = open.Select(chain => (Arn: AlarmChainNames.Topic(reader.Place, chain.Path, chain.Group, options), chain.Group.Region)).Distinct().ToList();
        return new LiveAlarmChains
        {
            Paths = paths,
            LostLogGroups = [.. evidence.TrailLogGroups.Where(group => group.Value.TryGet(out var exists, out _) && !exists).Select(group => group.Key)],
            Settings = await ReadSettingsAsync([.. open.SelectMany(Targets), .. topics.Select(topic => AlarmChainNames.Subscription(reader.Place, topic.Arn, topic.Region, options)).OfType<RepairTarget>()]).ConfigureAwait(false),
            Topics = await CollectionContext.ReadEachAsync(topics.Select(topic => topic.Arn), ReadTopicAsync).ConfigureAwait(false),
        };
    }

    private ChainPath Follow(CisControl control, AccountEvidence evidence) =>
        new MetricAlarmControl(control).Follow(evidence, options.ControlParameters.For(control, isStrict: false));

    private IEnumerable<RepairTarget> Targets((CisControl Control, ChainPath Path, TrailLogGroup Group) chain) => AlarmChainNames.Of(chain.Control).SelectMany(name => new[]
    {
        AlarmChainNames.Filter(chain.Group, name),
        MetricAlarmSetting.Target(reader.Place, chain.Group.Region, name),
    });

    private async Task<IReadOnlyDictionary<RepairTarget, SettingReading>> ReadSettingsAsync(IEnumerable<RepairTarget> targets)
    {
        var readings = await Task.WhenAll(targets.Distinct().Select(async target => (Target: target, Reading: await reader.ReadAsync(target).ConfigureAwait(false)))).ConfigureAwait(false);
        return readings.ToDictionary(reading => reading.Target, reading => reading.Reading);
    }

    private async Task<LiveTopic> ReadTopicAsync(string arn)
    {
        var region = Arn.TryParse(arn, out var parts) ? parts.Region : reader.Place.HomeRegion;
        var existence = await reader.ReadAsync(TopicSetting.Target(region, arn)).ConfigureAwait(false);
        var topic = new LiveTopic(arn, existence);
        try
        {
            var attributes = await reader.Context.Calls.CallAsync(
                RepairOperations.GetTopicAttributes,
                region,
                cancellation => reader.Context.Clients.SimpleNotificationService(region).GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn }, cancellation)).ConfigureAwait(false);
            return topic with
            {
                KmsKeyId = attributes.Attributes?.TryGetValue("KmsMasterKeyId", out var key) == true && key.Length > 0 ? key : null,
                Policy = await reader.ReadAsync(TopicPolicySetting.Target(region, arn)).ConfigureAwait(false),
                Subscriptions = await ListAsync(arn, region).ConfigureAwait(false),
            };
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.TopicNotFound))
        {
            return topic;
        }
    }

    private async Task<IReadOnlyList<TopicSubscription>> ListAsync(string arn, string region)
    {
        var pages = await reader.Context.Calls.PagesAsync(
            Operations.ListSubscriptionsByTopic,
            region,
            (token, cancellation) => reader.Context.Clients.SimpleNotificationService(region).ListSubscriptionsByTopicAsync(
                new ListSubscriptionsByTopicRequest { TopicArn = arn, NextToken = token }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return
        [
            .. pages.SelectMany(page => page.Subscriptions.OrEmpty()).Select(subscription => new TopicSubscription
            {
                SubscriptionArn = subscription.SubscriptionArn ?? string.Empty,
                Protocol = subscription.Protocol ?? string.Empty,
                Endpoint = subscription.Endpoint ?? string.Empty,
            }),
        ];
    }
}
