using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class PutDeliveryChannelRequest : AmazonWebServiceRequest
{
    public DeliveryChannel? DeliveryChannel { get; set; }
}
