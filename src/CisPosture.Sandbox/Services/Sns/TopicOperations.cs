using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

internal static class TopicOperations
{
    private static readonly PagingRules Rules = new("NextToken", null, 100, 1, 100, () => new ApiException("InvalidParameter", "Invalid parameter: NextToken"));

    public static ApiResult ListTopics(ApiCall call)
    {
        var page = call.Page(call.RegionState.Topics, Rules);
        return new Structure { ["Topics"] = page.Items.Select(topic => new Structure { ["TopicArn"] = Arn(call, topic) }), ["NextToken"] = page.NextToken };
    }

    public static ApiResult GetTopicAttributes(ApiCall call)
    {
        var topic = Find(call);
        return new Structure { ["Attributes"] = Map.Of(Attributes(call, topic)) };
    }

    public static ApiResult ListSubscriptionsByTopic(ApiCall call)
    {
        var topic = Find(call);
        var page = call.Page(topic.Subscriptions, Rules);
        return new Structure { ["Subscriptions"] = page.Items.Select(subscription => Describe(call, topic, subscription)), ["NextToken"] = page.NextToken };
    }

    private static Topic Find(ApiCall call)
    {
        var arn = call.Input.Required("TopicArn");
        var parts = arn.Split(':');
        if (parts.Length != 6 || parts[2] != "sns" || parts[3] != call.Region) throw new ApiException("InvalidParameter", "Invalid parameter: TopicArn");
        if (parts[4] != call.Account.AccountId) throw Refused(call, arn);
        return call.RegionState.Topics.Find(topic => topic.Name == parts[5]) ?? throw new ApiException("NotFound", "Topic does not exist", HttpStatusCode.NotFound);
    }

    private static ApiException Refused(ApiCall call, string arn) => call.Errors.AccessDenied(
        $"User: {call.Caller!.Arn} is not authorized to perform: SNS:{call.Operation} on resource: {arn} because no resource-based policy allows the SNS:{call.Operation} action");

    private static Dictionary<string, string> Attributes(ApiCall call, Topic topic)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TopicArn"] = Arn(call, topic),
            ["Owner"] = call.Account.AccountId,
            ["DisplayName"] = topic.DisplayName ?? "",
            ["SubscriptionsConfirmed"] = Count(topic, isConfirmed: true),
            ["SubscriptionsPending"] = Count(topic, isConfirmed: false),
            ["SubscriptionsDeleted"] = "0",
        };
        if (topic.Policy is { } policy) attributes["Policy"] = policy;
        if (topic.KmsMasterKeyId is { } key) attributes["KmsMasterKeyId"] = key;
        return attributes;
    }

    private static string Count(Topic topic, bool isConfirmed) =>
        topic.Subscriptions.Count(subscription => subscription.IsConfirmed == isConfirmed).ToString(CultureInfo.InvariantCulture);

    private static Structure Describe(ApiCall call, Topic topic, Subscription subscription)
    {
        var topicArn = Arn(call, topic);
        return new Structure
        {
            ["SubscriptionArn"] = subscription.IsConfirmed ? $"{topicArn}:{Identity(subscription)}" : "PendingConfirmation",
            ["Owner"] = subscription.OwnerAccountId ?? call.Account.AccountId,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = subscription.Endpoint,
            ["TopicArn"] = topicArn,
        };
    }

    private static Guid Identity(Subscription subscription) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{subscription.Protocol}:{subscription.Endpoint}")).AsSpan(0, 16));

    private static string Arn(ApiCall call, Topic topic) => call.Account.Arn("sns", call.Region, topic.Name);
}
