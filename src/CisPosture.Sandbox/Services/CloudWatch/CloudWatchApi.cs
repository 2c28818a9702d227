using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

/// <summary>CloudWatch, which clients speak to in three protocols, depending on their age.</summary>
internal sealed class CloudWatchApi : ServiceApi
{
    public CloudWatchApi()
    {
        Add(AlarmOperations.DescribeAlarms);
        Add(AlarmTagOperations.ListTagsForResource, resource: Resource);
        AddWrite(AlarmOperations.PutMetricAlarm, resource: Alarm, also: call => call.Input.Has("Tags") ? [new RequiredAction("cloudwatch:TagResource", Alarm(call))] : []);
        AddWrite(AlarmOperations.DeleteAlarms, resource: First);
        AddWrite(AlarmOperations.EnableAlarmActions, resource: First);
        AddWrite(AlarmOperations.DisableAlarmActions, resource: First);
        AddWrite(AlarmTagOperations.TagResource, resource: Resource);
        AddWrite(AlarmTagOperations.UntagResource, resource: Resource);
    }

    public override string Name => "cloudwatch";

    public override string SigningName => "monitoring";

    public override string QueryVersion => "2010-08-01";

    public override string XmlNamespace => "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public override string TargetPrefix => "GraniteServiceVersion20100801";

    public override string RpcName => "GraniteServiceVersion20100801";

    public override ServiceErrors Errors { get; } = new QueryErrors();

    private static string Alarm(ApiCall call) => AlarmShapes.Arn(call, call.Input.Text("AlarmName") ?? "*");

    private static string First(ApiCall call) => AlarmShapes.Arn(call, call.Input.Texts("AlarmNames") is [var name, ..] ? name : "*");

    private static string Resource(ApiCall call) => call.Input.Text("ResourceARN") ?? "*";
}
