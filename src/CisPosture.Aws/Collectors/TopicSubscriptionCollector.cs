using Amazon.SimpleNotificationService.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Controls;

namespace CisPosture.Aws.Collectors;

/// <summary>Lists the subscribers of the topics that alarms on trail metrics notify, each in the topic's own Region.</summary>
internal sealed class TopicSubscriptionCollector(CollectionContext context) : AccountCollector(context, EvidenceKind.TopicSubscriptions)
{
    protected override async Task ReadAsync()
    {
        var topics = NotifiedTopics.Of(Context.Store.Current).ToDictionary(topic => topic.ToString(), StringComparer.Ordinal);
        var subscriptions = await CollectionContext.ReadEachAsync(
            topics.Keys,
            arn => Context.ReadAsync(
                () => ListAsync(topics[arn]),
                gap => gap.ErrorCode == ErrorCodes.TopicNotFound || topics[arn].AccountId != Context.AccountId)).ConfigureAwait(false);
        Context.Store.Update(account => account with { TopicSubscriptions = subscriptions });
    }

    private async Task<IReadOnlyList<TopicSubscription>> ListAsync(Arn topic)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.ListSubscriptionsByTopic,
            topic.Region,
            (token, cancellation) => Context.Clients.SimpleNotificationService(topic.Region).ListSubscriptionsByTopicAsync(
                new ListSubscriptionsByTopicRequest { TopicArn = topic.ToString(), NextToken = token }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return
        [
            .. pages.SelectMany(page => page.Subscriptions.OrEmpty())
                .Select(subscription => new TopicSubscription
                {
                    SubscriptionArn = subscription.SubscriptionArn ?? string.Empty,
                    Protocol = subscription.Protocol ?? string.Empty,
                    Endpoint = subscription.Endpoint ?? string.Empty,
                })
                .OrderBy(subscription => subscription.SubscriptionArn, StringComparer.Ordinal)
                .ThenBy(subscription => subscription.Protocol, StringComparer.Ordinal)
                .ThenBy(subscription => subscription.Endpoint, StringComparer.Ordinal),
        ];
    }
}
