using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>
/// A subscriber of a topic, confirmed or not: confirming is the receiver's doing, not ours. AWS offers no way to withdraw a subscription that
/// nobody has confirmed; it lapses by itself, and at once where its topic is deleted.
/// </summary>
internal sealed class SubscriptionSetting : Setting
{
    public const string Name = "Subscription";

    private const string Protocol = "Protocol";
    private const string Endpoint = "Endpoint";

    // Set where the topic is our own, with which its subscriptions go.
    private const string EndsWithTopic = "EndsWithTopic";

    public override string Kind => Name;

    public static RepairTarget Target(string region, string topicArn, string protocol, string endpoint, bool endsWithTopic) =>
        new(Name, region, topicArn, RepairState.Of((Protocol, protocol), (Endpoint, endpoint), (EndsWithTopic, endsWithTopic ? true : null)));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var pages = await context.Calls.PagesAsync(
                Operations.ListSubscriptionsByTopic,
                target.Region,
                (token, cancellation) => context.Clients.SimpleNotificationService(target.Region).ListSubscriptionsByTopicAsync(
                    new ListSubscriptionsByTopicRequest { TopicArn = target.ResourceId, NextToken = token }, cancellation),
                page => page.NextToken).ConfigureAwait(false);
            var own = pages.SelectMany(page => page.Subscriptions.OrEmpty()).FirstOrDefault(subscription =>
                subscription.Protocol == target.Key!.Text(Protocol) && subscription.Endpoint == target.Key.Text(Endpoint) && subscription.SubscriptionArn != "Deleted");
            return own is null ? SettingReading.Missing : new SettingReading(RepairState.Empty, own.SubscriptionArn);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.TopicNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.Unsubscribe,
            new UnsubscribeRequest { SubscriptionArn = from.Id },
            (clients, request, cancellation) => clients.SimpleNotificationService(target.Region).UnsubscribeAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.Subscribe,
            new SubscribeRequest { TopicArn = target.ResourceId, Protocol = target.Key!.Text(Protocol), Endpoint = target.Key.Text(Endpoint) },
            (clients, request, cancellation) => clients.SimpleNotificationService(target.Region).SubscribeAsync(request, cancellation));

    public override string? WhyNotUndoable(RepairTarget target, RepairState? before, RepairState? after) =>
        before is null && target.Key!.IsOn(EndsWithTopic) ? "A subscription that nobody has confirmed cannot be withdrawn; it ends with its topic, which undo deletes." : null;
}
