using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

internal static class MetricFilterOperations
{
    private const int FiltersOfAGroup = 100;
    private const int LongestPattern = 1024;

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

    /// <summary>A filter of that name is overwritten as a whole.</summary>
    public static ApiResult PutMetricFilter(ApiCall call)
    {
        var group = LogGroupLookup.Find(call);
        var name = LogsName.OfFilter(call.Input);
        var pattern = Pattern(call.Input);
        var transformation = MetricTransformationReader.Read(call.Input);
        var filter = group.MetricFilters.Find(filter => filter.Name == name);
        if (filter is null) group.MetricFilters.Add(New(call, group, name, pattern, transformation));
        else (filter.Pattern, filter.Transformations) = (pattern, [transformation]);
        return ApiResult.Empty;
    }

    public static ApiResult DeleteMetricFilter(ApiCall call)
    {
        var group = LogGroupLookup.Find(call);
        var name = LogsName.OfFilter(call.Input);
        var filter = group.MetricFilters.Find(filter => filter.Name == name) ?? throw new ApiException("ResourceNotFoundException", "The specified metric filter does not exist.");
        group.MetricFilters.Remove(filter);
        return ApiResult.Empty;
    }

    private static string Pattern(ApiInput input)
    {
        var pattern = input.Text("filterPattern") ?? throw LogsErrors.Invalid("1 validation error detected: Value null at 'filterPattern' failed to satisfy constraint: Member must not be null");
        if (pattern.Length > LongestPattern) throw LogsErrors.Invalid($"1 validation error detected: Value '{pattern}' at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to {LongestPattern}");
        return FilterPatternSyntax.IsValid(pattern) ? pattern : throw LogsErrors.Invalid("Invalid metric filter pattern");
    }

    private static MetricFilter New(ApiCall call, LogGroup group, string name, string pattern, MetricTransformation transformation)
    {
        if (group.MetricFilters.Count >= FiltersOfAGroup) throw new ApiException("LimitExceededException", "Resource limit exceeded.");
        return new MetricFilter { Name = name, Pattern = pattern, CreationTime = call.Now, Transformations = [transformation] };
    }

    private static IEnumerable<LogGroup> Groups(ApiCall call)
    {
        if (call.Input.Text("logGroupName") is not { } name) return call.RegionState.LogGroups;
        var group = call.RegionState.LogGroups.Find(group => group.Name == name);
        return group is null ? throw LogsErrors.NoSuchGroup() : [group];
    }

    private static void RefuseHalfAMetric(ApiCall call)
    {
        if (call.Input.Has("metricName") != call.Input.Has("metricNamespace"))
        {
            throw LogsErrors.Invalid("metricName and metricNamespace must be given together.");
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
            ["unit"] = transformation.Unit,
            ["dimensions"] = transformation.Dimensions.Count > 0 ? Map.Of(transformation.Dimensions) : null,
        }),
        ["creationTime"] = filter.CreationTime.ToUnixTimeMilliseconds(),
        ["logGroupName"] = group.Name,
        ["applyOnTransformedLogs"] = false,
    };
}
