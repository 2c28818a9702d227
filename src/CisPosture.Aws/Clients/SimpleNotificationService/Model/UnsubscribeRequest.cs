using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class UnsubscribeRequest : AmazonWebServiceRequest
{
    public string? SubscriptionArn { get; set; }
}
