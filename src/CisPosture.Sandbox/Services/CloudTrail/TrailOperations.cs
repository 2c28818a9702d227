using System.Globalization;
using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

internal static class TrailOperations
{
    private static readonly PagingRules ListRules = new("NextToken", null, 100, 1, 100, () => new ApiException("InvalidTokenException", "The token is not valid."));

    public static ApiResult DescribeTrails(ApiCall call)
    {
        var withShadows = call.Input.Flag("includeShadowTrails") ?? true;
        var names = call.Input.Texts("trailNameList");
        var arns = names.Where(TrailLookup.IsArn).ToArray();
        var visible = TrailLookup.VisibleFrom(call.Account, call.Region, withShadows || arns.Length > 0);
        var chosen = visible.Where(home => names.Count == 0 || names.Contains(home.Trail.Name) || names.Contains(TrailLookup.Arn(call.Account, home.Region, home.Trail)));
        return new Structure { ["trailList"] = chosen.Select(home => Describe(call, home.Region, home.Trail)) };
    }

    public static ApiResult ListTrails(ApiCall call)
    {
        var page = call.Page(TrailLookup.VisibleFrom(call.Account, call.Region, withShadows: true).ToArray(), ListRules);
        return new Structure
        {
            ["Trails"] = page.Items.Select(home => new Structure
            {
                ["TrailARN"] = TrailLookup.Arn(call.Account, home.Region, home.Trail),
                ["Name"] = home.Trail.Name,
                ["HomeRegion"] = home.Region,
            }),
            ["NextToken"] = page.NextToken,
        };
    }

    public static ApiResult GetTrailStatus(ApiCall call)
    {
        var (_, trail) = TrailLookup.Find(call, call.Input.Required("Name"));
        return new Structure
        {
            ["IsLogging"] = trail.IsLogging,
            ["LatestDeliveryTime"] = trail.LatestDeliveryTime,
            ["LatestDeliveryError"] = trail.LatestDeliveryError,
            ["LatestDigestDeliveryError"] = trail.LatestDigestDeliveryError,
            ["LatestCloudWatchLogsDeliveryTime"] = trail.LatestCloudWatchLogsDeliveryTime,
            ["LatestCloudWatchLogsDeliveryError"] = trail.LatestCloudWatchLogsDeliveryError,
            ["LatestDeliveryAttemptTime"] = trail.LatestDeliveryTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "",
            ["TimeLoggingStarted"] = "",
            ["TimeLoggingStopped"] = "",
        };
    }

    public static ApiResult GetEventSelectors(ApiCall call)
    {
        var name = call.Input.Required("TrailName");
        var (region, trail) = TrailLookup.Find(call, name);
        if (trail.OwnerAccountId is not null) throw TrailLookup.NotFound(name, call);
        var arn = TrailLookup.Arn(call.Account, region, trail);
        return trail.AdvancedEventSelectors.Count > 0
            ? new Structure { ["TrailARN"] = arn, ["AdvancedEventSelectors"] = trail.AdvancedEventSelectors.Select(Advanced) }
            : new Structure { ["TrailARN"] = arn, ["EventSelectors"] = trail.EventSelectors.Select(Classic) };
    }

    private static Structure Describe(ApiCall call, string region, Trail trail) => new()
    {
        ["Name"] = trail.Name,
        ["S3BucketName"] = trail.S3BucketName,
        ["S3KeyPrefix"] = trail.S3KeyPrefix,
        ["IncludeGlobalServiceEvents"] = trail.IncludeGlobalServiceEvents,
        ["IsMultiRegionTrail"] = trail.IsMultiRegionTrail,
        ["HomeRegion"] = region,
        ["TrailARN"] = TrailLookup.Arn(call.Account, region, trail),
        ["LogFileValidationEnabled"] = trail.LogFileValidationEnabled,
        ["CloudWatchLogsLogGroupArn"] = trail.CloudWatchLogsLogGroupArn,
        ["CloudWatchLogsRoleArn"] = trail.CloudWatchLogsRoleArn,
        ["KmsKeyId"] = trail.KmsKeyId,
        ["HasCustomEventSelectors"] = trail.AdvancedEventSelectors.Count > 0 || trail.EventSelectors.Exists(selector => selector.ReadWriteType != "All" || !selector.IncludeManagementEvents),
        ["HasInsightSelectors"] = false,
        ["IsOrganizationTrail"] = trail.IsOrganizationTrail,
    };

    private static Structure Classic(EventSelector selector) => new()
    {
        ["ReadWriteType"] = selector.ReadWriteType,
        ["IncludeManagementEvents"] = selector.IncludeManagementEvents,
        ["DataResources"] = Array.Empty<object>(),
        ["ExcludeManagementEventSources"] = selector.ExcludeManagementEventSources,
    };

    private static Structure Advanced(AdvancedEventSelector selector) => new()
    {
        ["Name"] = selector.Name,
        ["FieldSelectors"] = selector.FieldSelectors.Select(field => new Structure
        {
            ["Field"] = field.Field,
            ["Equals"] = NoneIfEmpty(field.EqualTo),
            ["NotEquals"] = NoneIfEmpty(field.NotEqualTo),
            ["StartsWith"] = NoneIfEmpty(field.StartsWith),
            ["NotStartsWith"] = NoneIfEmpty(field.NotStartsWith),
            ["EndsWith"] = NoneIfEmpty(field.EndsWith),
            ["NotEndsWith"] = NoneIfEmpty(field.NotEndsWith),
        }),
    };

    private static List<string>? NoneIfEmpty(List<string> values) => values.Count > 0 ? values : null;
}
