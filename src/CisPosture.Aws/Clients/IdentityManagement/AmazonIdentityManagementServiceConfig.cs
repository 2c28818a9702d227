using CisPosture.Aws.Clients.Protocol;
using CisPosture.Aws.Connection;

namespace Amazon.IdentityManagement;

internal sealed class AmazonIdentityManagementServiceConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("IAM", "iam", "2010-05-08", "iam");

    public AmazonIdentityManagementServiceConfig()
        : base(Description)
    {
    }

    // IAM has one endpoint a partition, whatever the Region.
    public override string HostOf(string region) => Partition.OfRegion(region).IamHost;
}
