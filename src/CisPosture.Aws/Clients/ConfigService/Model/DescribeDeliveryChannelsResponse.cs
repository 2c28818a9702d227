using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class DescribeDeliveryChannelsResponse : AmazonWebServiceResponse
{
    public List<DeliveryChannel>? DeliveryChannels { get; set; }
}
