using Amazon.CloudWatchLogs.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A metric filter of a log group, by its name.</summary>
internal sealed class MetricFilterSetting : Setting
{
    public const string Name = "MetricFilter";
    public const string Pattern = "FilterPattern";

    private const string Group = "LogGroup";
    private const string Filter = "FilterName";
    private const string Transformations = "MetricTransformations";

    public override string Kind => Name;

    public static RepairTarget Target(string region, string logGroupArn, string logGroup, string filter) =>
        new(Name, region, logGroupArn, RepairState.Of((Group, logGroup), (Filter, filter)));

    /// <summary>A filter that counts each event that its pattern selects.</summary>
    public static RepairState Counting(string pattern, string metricNamespace, string metric) => RepairState.Of(
        (Pattern, pattern),
        (Transformations, new[] { RepairState.Of((nameof(MetricTransformation.MetricName), metric), (nameof(MetricTransformation.MetricNamespace), metricNamespace), (nameof(MetricTransformation.MetricValue), "1")) }));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var (group, name) = (target.Key!.Text(Group)!, target.Key.Text(Filter)!);
        try
        {
            var pages = await context.Calls.PagesAsync(
                Operations.DescribeMetricFilters,
                target.Region,
                (token, cancellation) => context.Clients.CloudWatchLogs(target.Region).DescribeMetricFiltersAsync(
                    new DescribeMetricFiltersRequest { LogGroupName = group, FilterNamePrefix = name, NextToken = token }, cancellation),
                page => page.NextToken).ConfigureAwait(false);
            var filter = pages.SelectMany(page => page.MetricFilters.OrEmpty()).FirstOrDefault(filter => filter.FilterName == name);
            return filter is null ? SettingReading.Missing : new SettingReading(StateOf(filter));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.ResourceNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var (group, name) = (target.Key!.Text(Group), target.Key.Text(Filter));
        return to is null
            ? SettingChange.Of(
                RepairOperations.DeleteMetricFilter,
                new DeleteMetricFilterRequest { LogGroupName = group, FilterName = name },
                (clients, request, cancellation) => clients.CloudWatchLogs(target.Region).DeleteMetricFilterAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.PutMetricFilter,
                new PutMetricFilterRequest
                {
                    LogGroupName = group,
                    FilterName = name,
                    FilterPattern = to.Text(Pattern),
                    MetricTransformations = [.. to.Items(Transformations).Select(TransformationOf)],
                },
                (clients, request, cancellation) => clients.CloudWatchLogs(target.Region).PutMetricFilterAsync(request, cancellation));
    }

    private static RepairState StateOf(MetricFilter filter) => RepairState.Of(
        (Pattern, filter.FilterPattern ?? string.Empty),
        (Transformations, filter.MetricTransformations.OrEmpty().Select(StateOf).ToList()));

    private static RepairState StateOf(MetricTransformation transformation) => RepairState.Of(
        (nameof(transformation.MetricName), transformation.MetricName),
        (nameof(transformation.MetricNamespace), transformation.MetricNamespace),
        (nameof(transformation.MetricValue), transformation.MetricValue),
        (nameof(transformation.DefaultValue), transformation.DefaultValue),
        (nameof(transformation.Unit), transformation.Unit is "None" ? null : transformation.Unit),
        (nameof(transformation.Dimensions), transformation.Dimensions is { Count: > 0 } dimensions ? dimensions : null));

    private static MetricTransformation TransformationOf(RepairState state) => new()
    {
        MetricName = state.Text(nameof(MetricTransformation.MetricName)),
        MetricNamespace = state.Text(nameof(MetricTransformation.MetricNamespace)),
        MetricValue = state.Text(nameof(MetricTransformation.MetricValue)),
        DefaultValue = state.Real(nameof(MetricTransformation.DefaultValue)),
        Unit = state.Text(nameof(MetricTransformation.Unit)),
        Dimensions = state.Member(nameof(MetricTransformation.Dimensions)) is { } dimensions
            ? dimensions.Names.ToDictionary(name => name, name => dimensions.Text(name) ?? string.Empty, StringComparer.Ordinal)
            : null,
    };
}
