using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Clients.Metered;

/// <summary>The SDK's client, each of whose requests goes through <see cref="AttemptHandler"/>.</summary>
internal sealed class MeteredKeyManagementClient(AWSCredentials credentials, AmazonKeyManagementServiceConfig config, AttemptHandler attempts) : AmazonKeyManagementServiceClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(attempts);
    }
}
