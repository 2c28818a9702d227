using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class GetTopicAttributesRequest : AmazonWebServiceRequest
{
    public string? TopicArn { get; set; }
}
