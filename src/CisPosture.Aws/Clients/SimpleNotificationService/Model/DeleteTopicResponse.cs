using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class DeleteTopicResponse : AmazonWebServiceResponse;
