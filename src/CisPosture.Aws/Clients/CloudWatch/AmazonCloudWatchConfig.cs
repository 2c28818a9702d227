using CisPosture.Aws.Clients.Protocol;

namespace Amazon.CloudWatch;

internal sealed class AmazonCloudWatchConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("CloudWatch", "monitoring", "2010-08-01", "monitoring");

    public AmazonCloudWatchConfig()
        : base(Description)
    {
    }
}
