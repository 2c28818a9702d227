using System.Globalization;
using CisPosture.Sandbox.Paging;
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
        return new Structure { ["trailList"] = chosen.Select(home => TrailShapes.Describe(call, home.Region, home.Trail)) };
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

    public static ApiResult GetTrail(ApiCall call)
    {
        var (region, trail) = TrailLookup.Find(call, call.Input.Required("Name"));
        return new Structure { ["Trail"] = TrailShapes.Describe(call, region, trail) };
    }

    public static ApiResult GetTrailStatus(ApiCall call)
    {
        var name = call.Input.Required("Name");
        var (_, trail) = TrailLookup.Find(call, name);
        if (trail is { OwnerAccountId: not null, HidesStatus: true }) throw TrailErrors.NotFound(call, name);
        return new Structure
        {
            ["IsLogging"] = trail.IsLogging,
            ["LatestDeliveryTime"] = trail.LatestDeliveryTime,
            ["LatestDeliveryError"] = trail.LatestDeliveryError,
            ["StartLoggingTime"] = trail.StartLoggingTime,
            ["StopLoggingTime"] = trail.StopLoggingTime,
            ["LatestDigestDeliveryError"] = trail.LatestDigestDeliveryError,
            ["LatestCloudWatchLogsDeliveryTime"] = trail.LatestCloudWatchLogsDeliveryTime,
            ["LatestCloudWatchLogsDeliveryError"] = trail.LatestCloudWatchLogsDeliveryError,
            ["LatestDeliveryAttemptTime"] = Text(trail.LatestDeliveryTime),
            ["TimeLoggingStarted"] = Text(trail.StartLoggingTime),
            ["TimeLoggingStopped"] = Text(trail.StopLoggingTime),
        };
    }

    private static string Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
