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

    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsForResourceResponse>(request, cancellationToken);

    public Task<PutConfigurationRecorderResponse> PutConfigurationRecorderAsync(PutConfigurationRecorderRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutConfigurationRecorderResponse>(request, cancellationToken);

    public Task<DeleteConfigurationRecorderResponse> DeleteConfigurationRecorderAsync(DeleteConfigurationRecorderRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteConfigurationRecorderResponse>(request, cancellationToken);

    public Task<StartConfigurationRecorderResponse> StartConfigurationRecorderAsync(StartConfigurationRecorderRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StartConfigurationRecorderResponse>(request, cancellationToken);

    public Task<StopConfigurationRecorderResponse> StopConfigurationRecorderAsync(StopConfigurationRecorderRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StopConfigurationRecorderResponse>(request, cancellationToken);

    public Task<PutDeliveryChannelResponse> PutDeliveryChannelAsync(PutDeliveryChannelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutDeliveryChannelResponse>(request, cancellationToken);

    public Task<DeleteDeliveryChannelResponse> DeleteDeliveryChannelAsync(DeleteDeliveryChannelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteDeliveryChannelResponse>(request, cancellationToken);

    public Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TagResourceResponse>(request, cancellationToken);

    public Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UntagResourceResponse>(request, cancellationToken);
}
