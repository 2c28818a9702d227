using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

internal static class MetricFilterOperations
{
    public static ApiResult DescribeMetricFilters(ApiCall call)
    {
        RefuseHalfAMetric(call);
        var filters = Groups(call)
            .SelectMany(group => group.MetricFilters, (group, filter) => (Group: group, Filter: filter))
            .Where(found => Matches(call.Input, found.Filter))
            .OrderBy(found => found.Filter.Name, StringComparer.Ordinal)
            .ThenBy(found => found.Group.Name, StringComparer.Ordinal)
            .ToArray();
        var page = call.Page(filters, LogsPaging.Rules);
        return new Structure { ["metricFilters"] = page.Items.Select(found => Describe(found.Group, found.Filter)), ["nextToken"] = page.NextToken };
    }

    private static IEnumerable<LogGroup> Groups(ApiCall call)
    {
        if (call.Input.Text("logGroupName") is not { } name) return call.RegionState.LogGroups;
        var group = call.RegionState.LogGroups.Find(group => group.Name == name);
        return group is null ? throw new ApiException("ResourceNotFoundException", "The specified log group does not exist.") : [group];
    }

    private static void RefuseHalfAMetric(ApiCall call)
    {
        if (call.Input.Has("metricName") != call.Input.Has("metricNamespace"))
        {
            throw new ApiException("InvalidParameterException", "metricName and metricNamespace must be given together.");
        }
    }

    private static bool Matches(ApiInput input, MetricFilter filter) =>
        filter.Name.StartsWith(input.Text("filterNamePrefix") ?? "", StringComparison.Ordinal)
        && (input.Text("metricName") is not { } metric
            || filter.Transformations.Exists(transformation => transformation.MetricName == metric && transformation.MetricNamespace == input.Text("metricNamespace")));

    private static Structure Describe(LogGroup group, MetricFilter filter) => new()
    {
        ["filterName"] = filter.Name,
        ["filterPattern"] = filter.Pattern,
        ["metricTransformations"] = filter.Transformations.Select(transformation => new Structure
        {
            ["metricName"] = transformation.MetricName,
            ["metricNamespace"] = transformation.MetricNamespace,
            ["metricValue"] = transformation.MetricValue,
            ["defaultValue"] = transformation.DefaultValue,
            ["dimensions"] = transformation.Dimensions.Count > 0 ? Map.Of(transformation.Dimensions) : null,
        }),
        ["creationTime"] = filter.CreationTime.ToUnixTimeMilliseconds(),
        ["logGroupName"] = group.Name,
        ["applyOnTransformedLogs"] = false,
    };
}
