using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

internal static class TrailTagOperations
{
    private const int MostResources = 20;

    private static readonly PagingRules Rules = new("NextToken", null, null, 1, 100, () => new ApiException("InvalidTokenException", "The token is not valid."));

    public static ApiResult AddTags(ApiCall call)
    {
        TrailTags.Merge(Find(call, call.Input.Required("ResourceId")).Tags, TrailTags.Asked(call));
        return new Structure();
    }

    /// <summary>A tag goes whatever its value.</summary>
    public static ApiResult RemoveTags(ApiCall call)
    {
        var trail = Find(call, call.Input.Required("ResourceId"));
        foreach (var (key, _) in TrailTags.Asked(call)) trail.Tags.Remove(key);
        return new Structure();
    }

    public static ApiResult ListTags(ApiCall call)
    {
        var arns = call.Input.Texts("ResourceIdList");
        if (arns.Count == 0) throw call.Errors.Missing("ResourceIdList");
        if (arns.Count > MostResources) throw call.Errors.Invalid("ResourceIdList", string.Join(", ", arns), $"Member must have length less than or equal to {MostResources}");
        var page = call.Page(arns.Select(arn => (Arn: arn, Find(call, arn).Tags)).ToArray(), Rules);
        return new Structure
        {
            ["ResourceTagList"] = page.Items.Select(found => new Structure
            {
                ["ResourceId"] = found.Arn,
                ["TagsList"] = found.Tags.Select(tag => new Structure { ["Key"] = tag.Key, ["Value"] = tag.Value }),
            }),
            ["NextToken"] = page.NextToken,
        };
    }

    /// <summary>Tags are read and written in the trail's home Region only.</summary>
    private static Trail Find(ApiCall call, string arn)
    {
        if (!TrailLookup.IsArn(arn)) throw new ApiException("CloudTrailARNInvalidException", $"Invalid trail ARN: {arn}");
        return call.RegionState.Trails.Find(trail => trail.OwnerAccountId is null && TrailLookup.Arn(call.Account, call.Region, trail) == arn)
            ?? throw new ApiException("ResourceNotFoundException", $"The resource {arn} was not found.");
    }
}
