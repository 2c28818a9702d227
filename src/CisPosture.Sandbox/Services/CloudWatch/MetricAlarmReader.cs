using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

/// <summary>Reads the alarm that a request describes, with what CloudWatch checks of it.</summary>
internal static class MetricAlarmReader
{
    private const int MostActions = 5;
    private const int LongestName = 255;
    private const int HourInSeconds = 3600;
    private const int DayInSeconds = 86_400;
    private const int WeekInSeconds = 604_800;

    private static readonly string[] Statistics = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];

    private static readonly string[] StaticOperators = ["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"];

    private static readonly string[] BandOperators = ["LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"];

    private static readonly string[] Units =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits",
        "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second",
        "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None",
    ];

    public static MetricAlarm Read(ApiCall call)
    {
        var input = call.Input;
        var alarm = new MetricAlarm
        {
            Name = Name(input),
            Description = input.Text("AlarmDescription"),
            ActionsEnabled = input.Flag("ActionsEnabled") ?? true,
            AlarmActions = Actions(call, "AlarmActions"),
            OkActions = Actions(call, "OKActions"),
            InsufficientDataActions = Actions(call, "InsufficientDataActions"),
            EvaluationPeriods = input.Integer("EvaluationPeriods", 1, int.MaxValue) ?? throw call.Errors.Missing("EvaluationPeriods"),
            DatapointsToAlarm = input.Integer("DatapointsToAlarm", 1, int.MaxValue),
            Threshold = input.Number("Threshold"),
            ThresholdMetricId = input.Text("ThresholdMetricId"),
            ComparisonOperator = input.OneOf("ComparisonOperator", [.. StaticOperators, .. BandOperators]) ?? throw call.Errors.Missing("ComparisonOperator"),
            TreatMissingData = input.OneOf("TreatMissingData", "breaching", "notBreaching", "ignore", "missing") ?? "missing",
            Metrics = [.. input.Structures("Metrics").Select(Query)],
            ConfiguredTime = call.Now,
        };
        ReadMetric(input, alarm);
        Check(alarm);
        return alarm;
    }

    private static string Name(ApiInput input)
    {
        var name = input.Required("AlarmName");
        return name.Length <= LongestName ? name : throw AlarmErrors.Invalid($"1 validation error detected: Value '{name}' at 'alarmName' failed to satisfy constraint: Member must have length less than or equal to {LongestName}");
    }

    private static List<string> Actions(ApiCall call, string member)
    {
        var actions = call.Input.Texts(member);
        if (actions.Count > MostActions) throw AlarmErrors.Invalid($"1 validation error detected: Value '[{string.Join(", ", actions)}]' at '{member}' failed to satisfy constraint: Member must have length less than or equal to {MostActions}");
        foreach (var parts in actions.Select(action => (Text: action, Parts: action.Split(':'))))
        {
            if (parts.Parts is not ["arn", _, _, _, _, ..] || parts.Parts.Length < 6) throw AlarmErrors.Invalid($"Invalid arn syntax: {parts.Text}");
            if (parts.Parts[2] == "sns" && parts.Parts[3] != call.Region) throw AlarmErrors.Invalid($"Invalid region {parts.Parts[3]} specified. Only {call.Region} is supported.");
        }

        return [.. actions];
    }

    private static void ReadMetric(ApiInput input, MetricAlarm alarm)
    {
        alarm.Namespace = input.Text("Namespace");
        alarm.MetricName = input.Text("MetricName");
        alarm.Statistic = input.OneOf("Statistic", Statistics);
        alarm.ExtendedStatistic = input.Text("ExtendedStatistic");
        alarm.Unit = input.OneOf("Unit", Units);
        alarm.Period = input.Integer("Period", 1, int.MaxValue);
        alarm.Dimensions = Dimensions(input);
    }

    private static Dictionary<string, string> Dimensions(ApiInput input)
    {
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dimension in input.Structures("Dimensions"))
        {
            if (!dimensions.TryAdd(dimension.Required("Name"), dimension.Required("Value"))) throw AlarmErrors.Invalid("No two dimensions can have the same name.");
        }

        return dimensions;
    }

    private static MetricQuery Query(ApiInput input)
    {
        var stat = input.Structure("MetricStat");
        var metric = stat?.Structure("Metric");
        if (stat is null == input.Text("Expression") is null) throw AlarmErrors.Invalid("Each element of the metrics list must have either an expression or a metric.");
        return new MetricQuery
        {
            Id = input.Required("Id"),
            Expression = input.Text("Expression"),
            Label = input.Text("Label"),
            Namespace = metric?.Text("Namespace"),
            MetricName = metric?.Required("MetricName"),
            Dimensions = metric is null ? [] : Dimensions(metric),
            Statistic = stat?.Required("Stat") ?? "Sum",
            Period = (stat ?? input).Integer("Period", 1, int.MaxValue) ?? 300,
            ReturnData = input.Flag("ReturnData") ?? true,
        };
    }

    private static void Check(MetricAlarm alarm)
    {
        if (alarm.Metrics.Count > 0) CheckQueries(alarm);
        else CheckMetric(alarm);
        if (alarm.DatapointsToAlarm > alarm.EvaluationPeriods) throw AlarmErrors.Invalid("DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
        if (alarm.Threshold is null == alarm.ThresholdMetricId is null) throw AlarmErrors.Combination("Exactly one of Threshold and ThresholdMetricId must be given.");
        if (alarm.ThresholdMetricId is not null != BandOperators.Contains(alarm.ComparisonOperator, StringComparer.Ordinal)) throw AlarmErrors.Combination($"The comparison operator {alarm.ComparisonOperator} does not go with the threshold that is given.");
    }

    private static void CheckQueries(MetricAlarm alarm)
    {
        if (alarm is not { MetricName: null, Namespace: null, Statistic: null, ExtendedStatistic: null, Period: null }) throw AlarmErrors.Combination("Metrics list cannot be used with MetricName, Namespace, Dimensions, Period, Unit, Statistic, or ExtendedStatistic parameters.");
        if (alarm.Metrics.Count(query => query.ReturnData) != (alarm.ThresholdMetricId is null ? 1 : 2)) throw AlarmErrors.Invalid("Exactly one element of the metrics list should return data.");
    }

    private static void CheckMetric(MetricAlarm alarm)
    {
        if (alarm.MetricName is null || alarm.Namespace is null) throw AlarmErrors.Invalid("MetricName and Namespace, or Metrics, must be given.");
        if (alarm.Statistic is null == alarm.ExtendedStatistic is null) throw AlarmErrors.Combination("Exactly one of Statistic and ExtendedStatistic must be given.");
        if (alarm.Period is not { } period) throw AlarmErrors.Invalid("The parameter Period is required.");
        if (period is not (10 or 20 or 30) && period % 60 != 0) throw AlarmErrors.Invalid("Period must be 10, 20, 30 or a multiple of 60");
        var most = period >= HourInSeconds ? WeekInSeconds : DayInSeconds;
        if ((long)period * alarm.EvaluationPeriods > most) throw AlarmErrors.Invalid($"Metrics cannot be checked across more than {(most == DayInSeconds ? "a day" : "seven days")} (EvaluationPeriods * Period must be <= {most}).");
    }
}
