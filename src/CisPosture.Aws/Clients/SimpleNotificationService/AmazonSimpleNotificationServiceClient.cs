using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.SimpleNotificationService;

internal sealed class AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig config) : QueryClient(credentials, config)
{
    public Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListSubscriptionsByTopicResponse>(request, cancellationToken);
}
