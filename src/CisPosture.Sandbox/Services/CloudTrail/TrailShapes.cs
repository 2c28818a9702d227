using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>Trails and their selectors as CloudTrail tells of them.</summary>
internal static class TrailShapes
{
    public static Structure Describe(ApiCall call, string region, Trail trail)
    {
        var shape = Written(call, region, trail);
        shape.Add("HomeRegion", region);
        shape.Add("HasCustomEventSelectors", HasCustomSelectors(trail));
        shape.Add("HasInsightSelectors", false);
        return shape;
    }

    /// <summary>What the operations answer that make or change a trail.</summary>
    public static Structure Written(ApiCall call, string region, Trail trail) => new()
    {
        ["Name"] = trail.Name,
        ["S3BucketName"] = trail.S3BucketName,
        ["S3KeyPrefix"] = trail.S3KeyPrefix,
        ["SnsTopicName"] = trail.SnsTopicArn,
        ["SnsTopicARN"] = trail.SnsTopicArn,
        ["IncludeGlobalServiceEvents"] = trail.IncludeGlobalServiceEvents,
        ["IsMultiRegionTrail"] = trail.IsMultiRegionTrail,
        ["TrailARN"] = TrailLookup.Arn(call.Account, region, trail),
        ["LogFileValidationEnabled"] = trail.LogFileValidationEnabled,
        ["CloudWatchLogsLogGroupArn"] = trail.CloudWatchLogsLogGroupArn,
        ["CloudWatchLogsRoleArn"] = trail.CloudWatchLogsRoleArn,
        ["KmsKeyId"] = trail.KmsKeyId,
        ["IsOrganizationTrail"] = trail.IsOrganizationTrail,
    };

    public static Structure Selectors(string arn, Trail trail) => trail.AdvancedEventSelectors.Count > 0
        ? new Structure { ["TrailARN"] = arn, ["AdvancedEventSelectors"] = trail.AdvancedEventSelectors.Select(Advanced) }
        : new Structure { ["TrailARN"] = arn, ["EventSelectors"] = trail.EventSelectors.Select(Classic) };

    private static bool HasCustomSelectors(Trail trail) =>
        trail.AdvancedEventSelectors.Count > 0 || trail.EventSelectors.Exists(selector => selector.ReadWriteType != "All" || !selector.IncludeManagementEvents || selector.DataResources.Count > 0);

    private static Structure Classic(EventSelector selector) => new()
    {
        ["ReadWriteType"] = selector.ReadWriteType,
        ["IncludeManagementEvents"] = selector.IncludeManagementEvents,
        ["DataResources"] = selector.DataResources.Select(resource => new Structure { ["Type"] = resource.Type, ["Values"] = resource.Values }),
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
