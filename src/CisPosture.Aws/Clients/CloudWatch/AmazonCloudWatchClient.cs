using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.CloudWatch;

internal sealed class AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig config) : QueryClient(credentials, config)
{
    public Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeAlarmsResponse>(request, cancellationToken);

    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsForResourceResponse>(request, cancellationToken);

    public Task<PutMetricAlarmResponse> PutMetricAlarmAsync(PutMetricAlarmRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutMetricAlarmResponse>(request, cancellationToken);

    public Task<DeleteAlarmsResponse> DeleteAlarmsAsync(DeleteAlarmsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteAlarmsResponse>(request, cancellationToken);

    public Task<EnableAlarmActionsResponse> EnableAlarmActionsAsync(EnableAlarmActionsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<EnableAlarmActionsResponse>(request, cancellationToken);

    public Task<DisableAlarmActionsResponse> DisableAlarmActionsAsync(DisableAlarmActionsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DisableAlarmActionsResponse>(request, cancellationToken);

    public Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TagResourceResponse>(request, cancellationToken);

    public Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UntagResourceResponse>(request, cancellationToken);
}
