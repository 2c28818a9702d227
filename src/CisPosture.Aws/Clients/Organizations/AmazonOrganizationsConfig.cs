using CisPosture.Aws.Clients.Protocol;

namespace Amazon.Organizations;

internal sealed class AmazonOrganizationsConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("Organizations", "organizations", "2016-11-28", "organizations", "AWSOrganizationsV20161128");

    public AmazonOrganizationsConfig()
        : base(Description)
    {
    }
}
