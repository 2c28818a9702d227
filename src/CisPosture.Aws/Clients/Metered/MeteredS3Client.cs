using Amazon.S3;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Clients.Metered;

/// <summary>The SDK's client, each of whose requests goes through <see cref="AttemptHandler"/>.</summary>
internal sealed class MeteredS3Client(AWSCredentials credentials, AmazonS3Config config, AttemptHandler attempts) : AmazonS3Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(attempts);
    }
}
