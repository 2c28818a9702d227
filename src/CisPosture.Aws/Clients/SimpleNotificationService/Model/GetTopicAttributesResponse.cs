using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class GetTopicAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Attributes { get; set; }
}
