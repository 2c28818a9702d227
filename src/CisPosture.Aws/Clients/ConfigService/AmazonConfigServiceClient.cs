using Amazon.ConfigService.Model;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.ConfigService;

internal sealed class AmazonConfigServiceClient(AWSCredentials credentials, AmazonConfigServiceConfig config) : JsonClient(credentials, config)
{
    public Task<DescribeConfigurationRecordersResponse> DescribeConfigurationRecordersAsync(DescribeConfigurationRecordersRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeConfigurationRecordersResponse>(request, cancellationToken);

    public Task<DescribeConfigurationRecorderStatusResponse> DescribeConfigurationRecorderStatusAsync(DescribeConfigurationRecorderStatusRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeConfigurationRecorderStatusResponse>(request, cancellationToken);

    public Task<DescribeDeliveryChannelsResponse> DescribeDeliveryChannelsAsync(DescribeDeliveryChannelsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeDeliveryChannelsResponse>(request, cancellationToken);
}
