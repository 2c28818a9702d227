using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class UntagResourceResponse : AmazonWebServiceResponse;
