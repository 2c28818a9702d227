using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.CloudWatch;

internal sealed class AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig config) : QueryClient(credentials, config)
{
    public Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeAlarmsResponse>(request, cancellationToken);
}
