using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ListSubscriptionsByTopicRequest : AmazonWebServiceRequest
{
    public string? TopicArn { get; set; }

    public string? NextToken { get; set; }
}
