using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class SubscribeRequest : AmazonWebServiceRequest
{
    public string? TopicArn { get; set; }

    public string? Protocol { get; set; }

    public string? Endpoint { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    public bool? ReturnSubscriptionArn { get; set; }
}
