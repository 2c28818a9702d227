using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class DeleteDeliveryChannelRequest : AmazonWebServiceRequest
{
    public string? DeliveryChannelName { get; set; }
}
