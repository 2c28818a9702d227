using CisPosture.Aws.Clients.Protocol;

namespace Amazon.SecurityHub;

internal sealed class AmazonSecurityHubConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("SecurityHub", "securityhub", "2018-10-26", "securityhub");

    public AmazonSecurityHubConfig()
        : base(Description)
    {
    }
}
