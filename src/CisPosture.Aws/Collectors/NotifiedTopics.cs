using System.Text.RegularExpressions;
using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Aws.Collectors;

/// <summary>The topics that alarms on trail metrics notify: the only ones whose subscribers matter.</summary>
internal static class NotifiedTopics
{
    // A rule names alarms by name or ARN: ALARM("disk full") OR OK(arn:aws:cloudwatch:…).
    private static readonly Regex NamedAlarm = new(
        @"\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(""(?<name>[^""]+)""|(?<name>[^\s)]+))\s*\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public static IReadOnlyList<Arn> Of(AccountEvidence account) =>
    [
        .. TrailLogGroups.Of(account)
            .GroupBy(group => group.Region, group => group.Name, StringComparer.Ordinal)
            .SelectMany(region => OfRegion(account, region.Key, new HashSet<string>(region, StringComparer.Ordinal)))
            .Distinct(),
    ];

    private static IEnumerable<Arn> OfRegion(AccountEvidence account, string region, HashSet<string> logGroups)
    {
        if (account.MetricFilters[region].Value is not { } filters || account.Alarms[region].Value is not { } alarms)
        {
            return [];
        }

        var metrics = new HashSet<(string Namespace, string Name)>(
            filters.Where(filter => logGroups.Contains(filter.LogGroupName))
                .SelectMany(filter => filter.Transformations)
                .Select(transformation => (transformation.MetricNamespace, transformation.MetricName)));
        var watching = WithComposites([.. alarms.Where(alarm => Watches(alarm, metrics))], alarms);
        return watching.Where(alarm => alarm.ActionsEnabled).SelectMany(alarm => alarm.AlarmActions).Select(Topic).OfType<Arn>();
    }

    private static bool Watches(Alarm alarm, HashSet<(string Namespace, string Name)> metrics) =>
        metrics.Contains((alarm.Namespace ?? string.Empty, alarm.MetricName ?? string.Empty))
        || alarm.ExpressionMetrics.Any(metric => metrics.Contains((metric.Namespace, metric.MetricName)));

    // A composite alarm may name another, so this goes on until no more are found.
    private static HashSet<Alarm> WithComposites(HashSet<Alarm> watching, IReadOnlyList<Alarm> alarms)
    {
        var composites = alarms.Where(alarm => alarm.AlarmRule is not null).Select(alarm => (Alarm: alarm, Named: Named(alarm.AlarmRule!))).ToList();
        int before;
        do
        {
            before = watching.Count;
            watching.UnionWith(composites
                .Where(composite => watching.Any(alarm => composite.Named.Contains(alarm.AlarmName) || composite.Named.Contains(alarm.AlarmArn)))
                .Select(composite => composite.Alarm)
                .ToList());
        }
        while (watching.Count > before);
        return watching;
    }

    private static HashSet<string> Named(string rule) =>
        new(NamedAlarm.Matches(rule).Cast<Match>().Select(match => match.Groups["name"].Value), StringComparer.Ordinal);

    private static Arn? Topic(string action) => Arn.TryParse(action, out var arn) && arn.Service == "sns" ? arn : null;
}
