using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

internal static class AlarmOperations
{
    private const string Metric = "MetricAlarm";
    private const string Composite = "CompositeAlarm";

    private static readonly PagingRules Rules = new("NextToken", "MaxRecords", 50, 1, 100, () => new ApiException("InvalidNextToken", "The next token specified is invalid."));

    /// <summary>Without AlarmTypes only alarms on metrics are told of, as ever since composite alarms came.</summary>
    public static ApiResult DescribeAlarms(ApiCall call)
    {
        var types = call.Input.AllOf("AlarmTypes", Metric, Composite);
        var metric = types.Count == 0 || types.Contains(Metric) ? call.RegionState.MetricAlarms : [];
        var composite = types.Contains(Composite) ? call.RegionState.CompositeAlarms : [];
        var alarms = composite.Select(alarm => (alarm.Name, Alarm: (object)alarm)).Concat(metric.Select(alarm => (alarm.Name, Alarm: (object)alarm)))
            .Where(found => Matches(call.Input, found.Name))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => found.Alarm)
            .ToArray();
        var page = call.Page(alarms, Rules);
        return new Structure
        {
            ["CompositeAlarms"] = page.Items.OfType<CompositeAlarm>().Select(alarm => Describe(call, alarm)),
            ["MetricAlarms"] = page.Items.OfType<MetricAlarm>().Select(alarm => Describe(call, alarm)),
            ["NextToken"] = page.NextToken,
        };
    }

    private static bool Matches(ApiInput input, string name)
    {
        var names = input.Texts("AlarmNames");
        return (names.Count == 0 || names.Contains(name, StringComparer.Ordinal)) && name.StartsWith(input.Text("AlarmNamePrefix") ?? "", StringComparison.Ordinal);
    }

    private static Structure Describe(ApiCall call, MetricAlarm alarm) => new()
    {
        ["AlarmName"] = alarm.Name,
        ["AlarmArn"] = Arn(call, alarm.Name),
        ["AlarmDescription"] = alarm.Description,
        ["AlarmConfigurationUpdatedTimestamp"] = alarm.ConfiguredTime,
        ["ActionsEnabled"] = alarm.ActionsEnabled,
        ["OKActions"] = alarm.OkActions,
        ["AlarmActions"] = alarm.AlarmActions,
        ["InsufficientDataActions"] = alarm.InsufficientDataActions,
        ["StateValue"] = alarm.StateValue,
        ["StateUpdatedTimestamp"] = alarm.ConfiguredTime,
        ["MetricName"] = alarm.MetricName,
        ["Namespace"] = alarm.Namespace,
        ["Statistic"] = alarm.Statistic,
        ["Dimensions"] = alarm.Dimensions.Select(dimension => new Structure { ["Name"] = dimension.Key, ["Value"] = dimension.Value }),
        ["Period"] = alarm.Period,
        ["EvaluationPeriods"] = alarm.EvaluationPeriods,
        ["Threshold"] = alarm.Threshold,
        ["ComparisonOperator"] = alarm.ComparisonOperator,
        ["TreatMissingData"] = alarm.TreatMissingData,
        ["Metrics"] = alarm.Metrics.Count > 0 ? alarm.Metrics.Select(Describe) : null,
    };

    private static Structure Describe(MetricQuery query) => new()
    {
        ["Id"] = query.Id,
        ["Expression"] = query.Expression,
        ["MetricStat"] = query.MetricName is null ? null : new Structure
        {
            ["Metric"] = new Structure { ["Namespace"] = query.Namespace, ["MetricName"] = query.MetricName },
            ["Period"] = query.Period,
            ["Stat"] = query.Statistic,
        },
        ["ReturnData"] = query.ReturnData,
    };

    private static Structure Describe(ApiCall call, CompositeAlarm alarm) => new()
    {
        ["ActionsEnabled"] = alarm.ActionsEnabled,
        ["AlarmActions"] = alarm.AlarmActions,
        ["AlarmArn"] = Arn(call, alarm.Name),
        ["AlarmConfigurationUpdatedTimestamp"] = alarm.ConfiguredTime,
        ["AlarmDescription"] = alarm.Description,
        ["AlarmName"] = alarm.Name,
        ["AlarmRule"] = alarm.AlarmRule,
        ["StateValue"] = alarm.StateValue,
        ["StateUpdatedTimestamp"] = alarm.ConfiguredTime,
    };

    private static string Arn(ApiCall call, string name) => call.Account.Arn("cloudwatch", call.Region, $"alarm:{name}");
}
