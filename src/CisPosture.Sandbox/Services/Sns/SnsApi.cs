using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>The Simple Notification Service.</summary>
internal sealed class SnsApi : ServiceApi
{
    public SnsApi()
    {
        Add(TopicOperations.ListTopics);
        Add(TopicOperations.GetTopicAttributes, resource: Topic);
        Add(SubscriptionOperations.ListSubscriptionsByTopic, resource: Topic);
        Add(TagOperations.ListTagsForResource, resource: Resource);
        AddWrite(TopicOperations.CreateTopic, resource: NewTopic, also: call => call.Input.Has("Tags") ? [new RequiredAction("sns:TagResource", NewTopic(call))] : []);
        AddWrite(TopicOperations.SetTopicAttributes, resource: Topic);
        AddWrite(TopicOperations.DeleteTopic, resource: Topic);
        AddWrite(SubscriptionOperations.Subscribe, resource: Topic);
        AddWrite(SubscriptionOperations.ConfirmSubscription, resource: Topic);
        AddWrite(SubscriptionOperations.Unsubscribe, resource: call => call.Input.Text("SubscriptionArn") ?? "*");
        AddWrite(TagOperations.TagResource, resource: Resource);
        AddWrite(TagOperations.UntagResource, resource: Resource);
    }

    public override string Name => "sns";

    public override string QueryVersion => "2010-03-31";

    public override string XmlNamespace => "http://sns.amazonaws.com/doc/2010-03-31/";

    public override ServiceErrors Errors { get; } = new QueryErrors { AccessDeniedCode = "AuthorizationError", InvalidCode = "InvalidParameter" };

    private static string Topic(ApiCall call) => call.Input.Text("TopicArn") ?? "*";

    private static string NewTopic(ApiCall call) => call.Account.Arn("sns", call.Region, call.Input.Text("Name") ?? "*");

    private static string Resource(ApiCall call) => call.Input.Text("ResourceArn") ?? "*";
}
