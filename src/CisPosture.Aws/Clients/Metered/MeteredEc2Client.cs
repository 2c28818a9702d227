using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Clients.Metered;

/// <summary>The SDK's client, each of whose requests goes through <see cref="AttemptHandler"/>.</summary>
internal sealed class MeteredEc2Client(AWSCredentials credentials, AmazonEC2Config config, AttemptHandler attempts) : AmazonEC2Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(attempts);
    }
}
