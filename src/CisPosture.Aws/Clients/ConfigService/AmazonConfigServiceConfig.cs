using CisPosture.Aws.Clients.Protocol;

namespace Amazon.ConfigService;

internal sealed class AmazonConfigServiceConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("Config Service", "config", "2014-11-12", "config", "StarlingDoveService");

    public AmazonConfigServiceConfig()
        : base(Description)
    {
    }
}
