using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>CloudWatch Logs.</summary>
internal sealed class LogsApi : ServiceApi
{
    public LogsApi()
    {
        Add(LogGroupOperations.DescribeLogGroups);
        Add(LogGroupOperations.ListTagsForResource, resource: Resource);
        Add(MetricFilterOperations.DescribeMetricFilters);
        AddWrite(LogGroupOperations.CreateLogGroup, resource: Group, also: call => call.Input.Has("tags") ? [new RequiredAction("logs:TagResource", Group(call))] : []);
        AddWrite(LogGroupOperations.DeleteLogGroup, resource: Group);
        AddWrite(LogGroupOperations.PutRetentionPolicy, resource: Group);
        AddWrite(LogGroupOperations.DeleteRetentionPolicy, resource: Group);
        AddWrite(LogGroupOperations.TagResource, resource: Resource);
        AddWrite(LogGroupOperations.UntagResource, resource: Resource);
        AddWrite(MetricFilterOperations.PutMetricFilter, resource: Group);
        AddWrite(MetricFilterOperations.DeleteMetricFilter, resource: Group);
    }

    public override string Name => "logs";

    public override string TargetPrefix => "Logs_20140328";

    public override ServiceErrors Errors { get; } = new JsonErrors { InvalidCode = "InvalidParameterException" };

    private static string Group(ApiCall call) => call.Account.Arn("logs", call.Region, $"log-group:{call.Input.Text("logGroupName")}:log-stream:");

    private static string Resource(ApiCall call) => call.Input.Text("resourceArn") ?? "*";
}
