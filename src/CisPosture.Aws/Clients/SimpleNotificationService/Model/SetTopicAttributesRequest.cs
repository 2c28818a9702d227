using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class SetTopicAttributesRequest : AmazonWebServiceRequest
{
    public string? TopicArn { get; set; }

    public string? AttributeName { get; set; }

    public string? AttributeValue { get; set; }
}
