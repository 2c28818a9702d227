using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

internal static class TagOperations
{
    private static readonly PagingRules Rules = new("NextToken", "Limit", 50, 0, 100, () => new ApiException("InvalidNextTokenException", "The token is not valid."));

    public static ApiResult TagResource(ApiCall call)
    {
        ConfigTags.Merge(Find(call).Tags, ConfigTags.Asked(call));
        return ApiResult.Empty;
    }

    public static ApiResult UntagResource(ApiCall call)
    {
        var recorder = Find(call);
        foreach (var key in call.Input.Texts("TagKeys")) recorder.Tags.Remove(key);
        return ApiResult.Empty;
    }

    public static ApiResult ListTagsForResource(ApiCall call)
    {
        var page = call.Page(Find(call).Tags.ToArray(), Rules);
        return new Structure { ["Tags"] = page.Items.Select(tag => new Structure { ["Key"] = tag.Key, ["Value"] = tag.Value }), ["NextToken"] = page.NextToken };
    }

    private static ConfigurationRecorder Find(ApiCall call)
    {
        var arn = call.Input.Required("ResourceArn");
        return call.RegionState.ConfigurationRecorders.Find(recorder => RecorderLookup.Arn(call, recorder) == arn)
            ?? throw new ApiException("ResourceNotFoundException", $"The resource {arn} was not found.");
    }
}
