using CisPosture.Aws.Clients.Protocol;

namespace Amazon.SimpleNotificationService;

internal sealed class AmazonSimpleNotificationServiceConfig : ProtocolClientConfig
{
    private static readonly ServiceDescription Description = new("SNS", "sns", "2010-03-31", "sns");

    public AmazonSimpleNotificationServiceConfig()
        : base(Description)
    {
    }
}
