using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class DeleteTopicRequest : AmazonWebServiceRequest
{
    public string? TopicArn { get; set; }
}
