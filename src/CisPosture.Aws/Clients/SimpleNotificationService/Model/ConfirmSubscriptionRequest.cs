using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ConfirmSubscriptionRequest : AmazonWebServiceRequest
{
    public string? TopicArn { get; set; }

    public string? Token { get; set; }
}
