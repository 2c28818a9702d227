using CisPosture.Accounts;

namespace CisPosture.Controls.Monitoring;

/// <summary>Which alarms watch the metric that a filter writes: by namespace, name and dimensions, since a name alone may be anybody's.</summary>
internal static class MetricWatch
{
    private const int MostHints = 3;

    public static bool Watches(Alarm alarm, MetricTransformation metric) => Metrics(alarm).Any(watched =>
        Is(watched.Namespace, metric.MetricNamespace) && Is(watched.MetricName, metric.MetricName) && HasSameDimensions(watched, metric));

    /// <summary>Alarms that somebody may have meant for the metric, and why they do not see it.</summary>
    public static IEnumerable<string> NearMisses(MetricTransformation metric, string region, IReadOnlyDictionary<string, Evidence<IReadOnlyList<Alarm>>> alarms) => alarms
        .OrderBy(place => place.Key, StringComparer.Ordinal)
        .SelectMany(place => place.Value.TryGet(out var known, out _) ? known : [], (place, alarm) => (Region: place.Key, Alarm: alarm))
        .SelectMany(place => Metrics(place.Alarm).Where(watched => Is(watched.MetricName, metric.MetricName)), (place, watched) => Hint(place.Alarm, watched, place.Region, metric, region))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Take(MostHints);

    private static string? Hint(Alarm alarm, AlarmMetric watched, string place, MetricTransformation metric, string region)
    {
        var isHere = Is(place, region);
        if (!Is(watched.Namespace, metric.MetricNamespace))
        {
            return isHere ? $"Alarm {alarm.AlarmName} watches {watched.MetricName} in namespace {watched.Namespace}, not in {metric.MetricNamespace}." : null;
        }

        return isHere
            ? $"Alarm {alarm.AlarmName} watches the metric with other dimensions than the filter writes."
            : $"Alarm {alarm.AlarmName} is in {place} and sees only the metrics of that Region; the filter writes in {region}.";
    }

    private static IEnumerable<AlarmMetric> Metrics(Alarm alarm) => alarm is { Namespace: { } metricNamespace, MetricName: { } metricName }
        ? alarm.ExpressionMetrics.Prepend(new AlarmMetric { Namespace = metricNamespace, MetricName = metricName, Dimensions = alarm.Dimensions })
        : alarm.ExpressionMetrics;

    private static bool HasSameDimensions(AlarmMetric watched, MetricTransformation metric) =>
        new HashSet<string>(watched.Dimensions, StringComparer.Ordinal).SetEquals(metric.Dimensions);

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.Ordinal);
}
