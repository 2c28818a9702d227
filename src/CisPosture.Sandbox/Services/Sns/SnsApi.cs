namespace CisPosture.Sandbox.Services.Sns;

/// <summary>The Simple Notification Service.</summary>
internal sealed class SnsApi : ServiceApi
{
    public SnsApi()
    {
        Add(TopicOperations.ListTopics);
        Add(TopicOperations.GetTopicAttributes);
        Add(TopicOperations.ListSubscriptionsByTopic);
    }

    public override string Name => "sns";

    public override string QueryVersion => "2010-03-31";

    public override string XmlNamespace => "http://sns.amazonaws.com/doc/2010-03-31/";

    public override ServiceErrors Errors { get; } = new QueryErrors { AccessDeniedCode = "AuthorizationError", InvalidCode = "InvalidParameter" };
}
