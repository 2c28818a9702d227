namespace CisPosture.Sandbox.Services.CloudWatch;

/// <summary>CloudWatch, which clients speak to in three protocols, depending on their age.</summary>
internal sealed class CloudWatchApi : ServiceApi
{
    public CloudWatchApi() => Add(AlarmOperations.DescribeAlarms);

    public override string Name => "cloudwatch";

    public override string SigningName => "monitoring";

    public override string QueryVersion => "2010-08-01";

    public override string XmlNamespace => "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public override string TargetPrefix => "GraniteServiceVersion20100801";

    public override string RpcName => "GraniteServiceVersion20100801";

    public override ServiceErrors Errors { get; } = new QueryErrors();
}
