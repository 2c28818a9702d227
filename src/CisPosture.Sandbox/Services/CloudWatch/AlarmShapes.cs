using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

/// <summary>Alarms as CloudWatch tells of them.</summary>
internal static class AlarmShapes
{
    public static string Arn(ApiCall call, string name) => call.Account.Arn("cloudwatch", call.Region, $"alarm:{name}");

    public static Structure Describe(ApiCall call, MetricAlarm alarm) => new()
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
        ["ExtendedStatistic"] = alarm.ExtendedStatistic,
        ["Dimensions"] = Dimensions(alarm.Dimensions),
        ["Period"] = alarm.Period,
        ["Unit"] = alarm.Unit,
        ["EvaluationPeriods"] = alarm.EvaluationPeriods,
        ["DatapointsToAlarm"] = alarm.DatapointsToAlarm,
        ["Threshold"] = alarm.Threshold,
        ["ThresholdMetricId"] = alarm.ThresholdMetricId,
        ["ComparisonOperator"] = alarm.ComparisonOperator,
        ["TreatMissingData"] = alarm.TreatMissingData,
        ["Metrics"] = alarm.Metrics.Count > 0 ? alarm.Metrics.Select(Describe) : null,
    };

    public static Structure Describe(ApiCall call, CompositeAlarm alarm) => new()
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

    private static Structure Describe(MetricQuery query) => new()
    {
        ["Id"] = query.Id,
        ["Expression"] = query.Expression,
        ["Label"] = query.Label,
        ["MetricStat"] = query.MetricName is null ? null : new Structure
        {
            ["Metric"] = new Structure { ["Namespace"] = query.Namespace, ["MetricName"] = query.MetricName, ["Dimensions"] = Dimensions(query.Dimensions) },
            ["Period"] = query.Period,
            ["Stat"] = query.Statistic,
        },
        ["ReturnData"] = query.ReturnData,
    };

    private static IEnumerable<Structure> Dimensions(Dictionary<string, string> dimensions) =>
        dimensions.Select(dimension => new Structure { ["Name"] = dimension.Key, ["Value"] = dimension.Value });
}
