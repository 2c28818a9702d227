using CisPosture.Aws.Clients.Protocol;

namespace Amazon.CloudWatchLogs;

internal sealed class AmazonCloudWatchLogsConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("CloudWatch Logs", "logs", "2014-03-28", "logs", "Logs_20140328");

    public AmazonCloudWatchLogsConfig()
        : base(Description)
    {
    }
}
