using CisPosture.Aws.Clients.Protocol;

namespace Amazon.CloudTrail;

internal sealed class AmazonCloudTrailConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("CloudTrail", "cloudtrail", "2013-11-01", "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");

    public AmazonCloudTrailConfig()
        : base(Description)
    {
    }
}
