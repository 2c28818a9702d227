using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class DeleteDeliveryChannelResponse : AmazonWebServiceResponse;
