using Amazon.CloudWatchLogs.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using MetricFilter = CisPosture.Accounts.MetricFilter;
using MetricTransformation = CisPosture.Accounts.MetricTransformation;

namespace CisPosture.Aws.Collectors;

internal sealed class MetricFilterCollector(CollectionContext context) : LogRegionCollector<MetricFilter>(context, EvidenceKind.MetricFilters)
{
    protected override async Task<IReadOnlyList<MetricFilter>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeMetricFilters,
            region,
            (token, cancellation) => Context.Clients.CloudWatchLogs(region).DescribeMetricFiltersAsync(new DescribeMetricFiltersRequest { NextToken = token }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return
        [
            .. pages.SelectMany(page => page.MetricFilters.OrEmpty())
                .Select(ToFilter)
                .OrderBy(filter => filter.LogGroupName, StringComparer.Ordinal)
                .ThenBy(filter => filter.FilterName, StringComparer.Ordinal),
        ];
    }

    protected override AccountEvidence With(AccountEvidence account, IReadOnlyDictionary<string, Evidence<IReadOnlyList<MetricFilter>>> listings) =>
        account with { MetricFilters = listings };

    private static MetricFilter ToFilter(Amazon.CloudWatchLogs.Model.MetricFilter filter) => new()
    {
        FilterName = filter.FilterName ?? string.Empty,
        LogGroupName = filter.LogGroupName ?? string.Empty,
        FilterPattern = filter.FilterPattern ?? string.Empty,
        Transformations = [.. filter.MetricTransformations.OrEmpty().Select(ToTransformation)],
    };

    private static MetricTransformation ToTransformation(Amazon.CloudWatchLogs.Model.MetricTransformation transformation) => new()
    {
        MetricName = transformation.MetricName ?? string.Empty,
        MetricNamespace = transformation.MetricNamespace ?? string.Empty,
        MetricValue = transformation.MetricValue,
        Dimensions = (transformation.Dimensions ?? []).Keys.Sorted(),
    };
}
