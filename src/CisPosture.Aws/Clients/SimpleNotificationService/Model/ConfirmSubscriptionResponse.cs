using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ConfirmSubscriptionResponse : AmazonWebServiceResponse
{
    public string? SubscriptionArn { get; set; }
}
