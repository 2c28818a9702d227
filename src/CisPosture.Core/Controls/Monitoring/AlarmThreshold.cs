using System.Globalization;
using CisPosture.Accounts;

namespace CisPosture.Controls.Monitoring;

/// <summary>Whether an alarm fires at the first event, as the source document advises.</summary>
internal static class AlarmThreshold
{
    /// <summary>Why the alarm may keep silent at the first event; null where it does not.</summary>
    public static string? Oddity(Alarm alarm, MetricTransformation metric)
    {
        if (!FiresAtOne(alarm) || !CountsEvents(alarm))
        {
            return $"Alarm {alarm.AlarmName} fires at {Describe(alarm)}, not at the first event.";
        }

        return AddsOne(alarm, metric)
            ? null
            : $"The metric filter adds {metric.MetricValue} for an event, so alarm {alarm.AlarmName} may keep silent at the first.";
    }

    private static bool FiresAtOne(Alarm alarm) => (alarm.ComparisonOperator, alarm.Threshold) switch
    {
        ("GreaterThanOrEqualToThreshold", 1) => true,
        ("GreaterThanThreshold", 0) => true,
        _ => false,
    };

    // The statistics of an expression's metrics are not part of the evidence.
    private static bool CountsEvents(Alarm alarm) => alarm.ExpressionMetrics.Count > 0 || alarm.Statistic is "Sum" or "SampleCount";

    private static bool AddsOne(Alarm alarm, MetricTransformation metric) =>
        metric.MetricValue is null
        || alarm.Statistic == "SampleCount"
        || (double.TryParse(metric.MetricValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 1);

    private static string Describe(Alarm alarm)
    {
        var statistic = alarm.Statistic ?? (alarm.ExpressionMetrics.Count > 0 ? "an expression" : "another statistic");
        var threshold = alarm.Threshold?.ToString(CultureInfo.InvariantCulture) ?? "a band";
        return $"{statistic} {Sign(alarm.ComparisonOperator)} {threshold}";
    }

    private static string Sign(string? comparison) => comparison switch
    {
        "GreaterThanOrEqualToThreshold" => ">=",
        "GreaterThanThreshold" => ">",
        "LessThanThreshold" => "<",
        "LessThanOrEqualToThreshold" => "<=",
        _ => comparison ?? "against",
    };
}
