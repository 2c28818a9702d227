using CisPosture.Accounts;

namespace CisPosture.Controls.Monitoring;

/// <summary>Tells confirmed subscribers from those that SNS only lists.</summary>
internal static class Subscribers
{
    // SNS puts "PendingConfirmation" or "Deleted" where the ARN will be or was.
    public static bool IsConfirmed(TopicSubscription subscription) =>
        Arn.TryParse(subscription.SubscriptionArn, out var arn) && arn.Service == "sns";

    public static bool IsPending(TopicSubscription subscription) =>
        subscription.SubscriptionArn.StartsWith("pending", StringComparison.OrdinalIgnoreCase);
}
