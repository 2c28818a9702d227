namespace CisPosture.Sandbox.Services.Logs;

/// <summary>CloudWatch Logs.</summary>
internal sealed class LogsApi : ServiceApi
{
    public LogsApi()
    {
        Add(LogGroupOperations.DescribeLogGroups);
        Add(MetricFilterOperations.DescribeMetricFilters);
    }

    public override string Name => "logs";

    public override string TargetPrefix => "Logs_20140328";

    public override ServiceErrors Errors { get; } = new JsonErrors { InvalidCode = "InvalidParameterException" };
}
