using Amazon.CloudWatch.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

internal sealed class AlarmCollector(CollectionContext context) : LogRegionCollector<Alarm>(context, EvidenceKind.Alarms)
{
    protected override async Task<IReadOnlyList<Alarm>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeAlarms,
            region,
            (token, cancellation) => Context.Clients.CloudWatch(region).DescribeAlarmsAsync(
                new DescribeAlarmsRequest { AlarmTypes = ["MetricAlarm", "CompositeAlarm"], NextToken = token, MaxRecords = 100 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        var metric = pages.SelectMany(page => page.MetricAlarms.OrEmpty()).Select(ToAlarm);
        var composite = pages.SelectMany(page => page.CompositeAlarms.OrEmpty()).Select(ToAlarm);
        return [.. metric.Concat(composite).OrderBy(alarm => alarm.AlarmArn, StringComparer.Ordinal)];
    }

    protected override AccountEvidence With(AccountEvidence account, IReadOnlyDictionary<string, Evidence<IReadOnlyList<Alarm>>> listings) =>
        account with { Alarms = listings };

    private static Alarm ToAlarm(MetricAlarm alarm) => new()
    {
        AlarmName = alarm.AlarmName ?? string.Empty,
        AlarmArn = alarm.AlarmArn ?? string.Empty,
        ActionsEnabled = alarm.ActionsEnabled == true,
        AlarmActions = alarm.AlarmActions.OrEmpty().Sorted(),
        Namespace = alarm.Namespace,
        MetricName = alarm.MetricName,
        Dimensions = Names(alarm.Dimensions),
        ExpressionMetrics = [.. alarm.Metrics.OrEmpty().Select(query => query.MetricStat?.Metric).OfType<Metric>().Select(ToMetric)],
        Statistic = alarm.Statistic,
        ComparisonOperator = alarm.ComparisonOperator,
        Threshold = alarm.Threshold,
    };

    private static Alarm ToAlarm(CompositeAlarm alarm) => new()
    {
        AlarmName = alarm.AlarmName ?? string.Empty,
        AlarmArn = alarm.AlarmArn ?? string.Empty,
        ActionsEnabled = alarm.ActionsEnabled == true,
        AlarmActions = alarm.AlarmActions.OrEmpty().Sorted(),
        AlarmRule = alarm.AlarmRule ?? string.Empty,
    };

    private static AlarmMetric ToMetric(Metric metric) => new()
    {
        Namespace = metric.Namespace ?? string.Empty,
        MetricName = metric.MetricName ?? string.Empty,
        Dimensions = Names(metric.Dimensions),
    };

    private static IReadOnlyList<string> Names(List<Dimension>? dimensions) => dimensions.OrEmpty().Select(dimension => dimension.Name).Sorted();
}
