using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class SubscribeResponse : AmazonWebServiceResponse
{
    public string? SubscriptionArn { get; set; }
}
