using System.Globalization;
using System.Text.RegularExpressions;
using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

internal static partial class TopicOperations
{
    public static readonly PagingRules Paging = new("NextToken", null, 100, 1, 100, () => SnsErrors.Invalid("NextToken"));

    public static ApiResult ListTopics(ApiCall call)
    {
        var page = call.Page(call.RegionState.Topics, Paging);
        return new Structure { ["Topics"] = page.Items.Select(topic => new Structure { ["TopicArn"] = TopicLookup.Arn(call, topic) }), ["NextToken"] = page.NextToken };
    }

    public static ApiResult GetTopicAttributes(ApiCall call) =>
        new Structure { ["Attributes"] = Map.Of(Attributes(call, TopicLookup.Find(call))) };

    /// <summary>Whoever has the topic already is told its ARN, unless attributes or tags were asked for that it does not have.</summary>
    public static ApiResult CreateTopic(ApiCall call)
    {
        var name = call.Input.Required("Name");
        if (!NamePattern().IsMatch(name)) throw SnsErrors.Invalid("Topic Name");
        var topic = call.RegionState.Topics.Find(topic => topic.Name == name);
        if (topic is null) call.RegionState.Topics.Add(topic = Make(call, name));
        else RefuseAnother(call, topic);
        return new Structure { ["TopicArn"] = TopicLookup.Arn(call, topic) };
    }

    public static ApiResult SetTopicAttributes(ApiCall call)
    {
        TopicAttribute.Set(call, TopicLookup.Find(call), call.Input.Required("AttributeName"), call.Input.Text("AttributeValue") ?? "");
        return ApiResult.Empty;
    }

    /// <summary>The subscriptions go with the topic; where there is none, nothing is the matter.</summary>
    public static ApiResult DeleteTopic(ApiCall call)
    {
        if (TopicLookup.FindOrNull(call) is { } topic) call.RegionState.Topics.Remove(topic);
        return ApiResult.Empty;
    }

    private static Topic Make(ApiCall call, string name)
    {
        var topic = new Topic { Name = name };
        foreach (var (attribute, value) in call.Input.TextMap("Attributes")) TopicAttribute.Set(call, topic, attribute, value);
        SnsTags.Merge(topic.Tags, SnsTags.Asked(call));
        return topic;
    }

    private static void RefuseAnother(ApiCall call, Topic topic)
    {
        var asked = Make(call, topic.Name);
        var (has, wants) = (Attributes(call, topic), Attributes(call, asked));
        if (call.Input.TextMap("Attributes").Keys.Any(name => has.GetValueOrDefault(name) != wants.GetValueOrDefault(name))) throw SnsErrors.Invalid("Attributes", "Topic already exists with different attributes");
        if (call.Input.Has("Tags") && !(asked.Tags.Count == topic.Tags.Count && asked.Tags.All(topic.Tags.Contains))) throw SnsErrors.Invalid("Tags", "Topic already exists with different tags");
    }

    private static Dictionary<string, string> Attributes(ApiCall call, Topic topic)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TopicArn"] = TopicLookup.Arn(call, topic),
            ["Owner"] = call.Account.AccountId,
            ["Policy"] = topic.Policy ?? TopicPolicy.Default(call, topic),
            ["DisplayName"] = topic.DisplayName ?? "",
            ["SubscriptionsConfirmed"] = Count(topic, isConfirmed: true),
            ["SubscriptionsPending"] = Count(topic, isConfirmed: false),
            ["SubscriptionsDeleted"] = "0",
        };
        if (topic.DeliveryPolicy is { } delivery) attributes["DeliveryPolicy"] = delivery;
        if (topic.KmsMasterKeyId is { } key) attributes["KmsMasterKeyId"] = key;
        if (topic.SignatureVersion is { } version) attributes["SignatureVersion"] = version;
        return attributes;
    }

    private static string Count(Topic topic, bool isConfirmed) =>
        topic.Subscriptions.Count(subscription => subscription.IsConfirmed == isConfirmed).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
