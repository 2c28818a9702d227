using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class CreateTopicResponse : AmazonWebServiceResponse
{
    public string? TopicArn { get; set; }
}
