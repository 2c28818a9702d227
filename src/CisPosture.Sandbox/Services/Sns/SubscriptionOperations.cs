using System.Net;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

internal static class SubscriptionOperations
{
    private static readonly string[] KnownAttributes =
    [
        "DeliveryPolicy", "FilterPolicy", "FilterPolicyScope", "RawMessageDelivery", "RedrivePolicy", "ReplayPolicy", "SubscriptionRoleArn",
    ];

    public static ApiResult ListSubscriptionsByTopic(ApiCall call)
    {
        var topic = TopicLookup.Find(call);
        var page = call.Page(topic.Subscriptions, TopicOperations.Paging);
        return new Structure { ["Subscriptions"] = page.Items.Select(subscription => Describe(call, topic, subscription)), ["NextToken"] = page.NextToken };
    }

    /// <summary>Receivers outside AWS must agree first; who is subscribed already stays so, and who was asked already is asked again.</summary>
    public static ApiResult Subscribe(ApiCall call)
    {
        var topic = TopicLookup.Find(call);
        var (protocol, endpoint) = SubscriptionEndpoint.Read(call);
        var attributes = Attributes(call);
        var subscription = topic.Subscriptions.Find(one => one.Protocol == protocol && one.Endpoint == endpoint);
        if (subscription is null) topic.Subscriptions.Add(subscription = Make(call, protocol, endpoint, attributes));
        else if (attributes.Count > 0 && !HasExactly(subscription, attributes)) throw SnsErrors.Invalid("Attributes", "Subscription already exists with different attributes");
        var tellsArn = subscription.IsConfirmed || call.Input.Flag("ReturnSubscriptionArn") is true;
        return new Structure { ["SubscriptionArn"] = tellsArn ? Arn(call, topic, subscription) : "pending confirmation" };
    }

    public static ApiResult ConfirmSubscription(ApiCall call)
    {
        var topic = TopicLookup.Find(call);
        var token = call.Input.Required("Token");
        var subscription = topic.Subscriptions.Find(one => one.Token == token) ?? throw SnsErrors.Invalid("Token");
        subscription.IsConfirmed = true;
        return new Structure { ["SubscriptionArn"] = Arn(call, topic, subscription) };
    }

    public static ApiResult Unsubscribe(ApiCall call)
    {
        var (topic, subscription) = Find(call);
        if (!subscription.IsConfirmed) throw SnsErrors.Invalid("SubscriptionArn", "Cannot unsubscribe a subscription that is pending confirmation");
        topic.Subscriptions.Remove(subscription);
        return ApiResult.Empty;
    }

    private static Dictionary<string, string> Attributes(ApiCall call)
    {
        var attributes = call.Input.TextMap("Attributes");
        var stray = attributes.Keys.FirstOrDefault(name => !KnownAttributes.Contains(name, StringComparer.Ordinal));
        return stray is null ? new(attributes, StringComparer.Ordinal) : throw SnsErrors.Invalid("Attributes", $"Unknown attribute {stray}");
    }

    private static Subscription Make(ApiCall call, string protocol, string endpoint, Dictionary<string, string> attributes) => new()
    {
        Id = Guid.NewGuid(),
        Protocol = protocol,
        Endpoint = endpoint,
        Attributes = attributes,
        IsConfirmed = SubscriptionEndpoint.AgreesAtOnce(call, protocol, endpoint),
    };

    private static bool HasExactly(Subscription subscription, Dictionary<string, string> attributes) =>
        subscription.Attributes.Count == attributes.Count && attributes.All(subscription.Attributes.Contains);

    private static (Topic Topic, Subscription Subscription) Find(ApiCall call)
    {
        var arn = call.Input.Required("SubscriptionArn");
        var parts = arn.Split(':');
        if (parts.Length < 6) throw SnsErrors.Invalid("SubscriptionArn", $"An ARN must have at least 6 elements, not {parts.Length}");
        if (parts.Length != 7 || parts[2] != "sns" || parts[3] != call.Region) throw SnsErrors.Invalid("SubscriptionArn");
        return call.RegionState.Topics
            .SelectMany(topic => topic.Subscriptions, (topic, subscription) => (topic, subscription))
            .Where(found => Arn(call, found.topic, found.subscription) == arn)
            .Select(found => ((Topic, Subscription)?)found)
            .FirstOrDefault() ?? throw new ApiException("NotFound", "Subscription does not exist", HttpStatusCode.NotFound);
    }

    private static Structure Describe(ApiCall call, Topic topic, Subscription subscription) => new()
    {
        ["SubscriptionArn"] = subscription.IsConfirmed ? Arn(call, topic, subscription) : "PendingConfirmation",
        ["Owner"] = subscription.OwnerAccountId ?? call.Account.AccountId,
        ["Protocol"] = subscription.Protocol,
        ["Endpoint"] = subscription.Endpoint,
        ["TopicArn"] = TopicLookup.Arn(call, topic),
    };

    private static string Arn(ApiCall call, Topic topic, Subscription subscription) => $"{TopicLookup.Arn(call, topic)}:{subscription.Id}";
}
