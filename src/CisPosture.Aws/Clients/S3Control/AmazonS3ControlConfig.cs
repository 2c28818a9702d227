using CisPosture.Aws.Clients.Protocol;

namespace Amazon.S3Control;

internal sealed class AmazonS3ControlConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("S3 Control", "s3", "2018-08-20", "s3-control");

    public AmazonS3ControlConfig()
        : base(Description)
    {
    }
}
