using System.Net;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

internal static class TagOperations
{
    public static ApiResult TagResource(ApiCall call)
    {
        SnsTags.Merge(Find(call).Tags, SnsTags.Asked(call));
        return new Structure();
    }

    public static ApiResult UntagResource(ApiCall call)
    {
        var topic = Find(call);
        foreach (var key in call.Input.Texts("TagKeys")) topic.Tags.Remove(key);
        return new Structure();
    }

    public static ApiResult ListTagsForResource(ApiCall call) =>
        new Structure { ["Tags"] = Find(call).Tags.Select(tag => new Structure { ["Key"] = tag.Key, ["Value"] = tag.Value }) };

    private static Topic Find(ApiCall call)
    {
        var arn = call.Input.Required("ResourceArn");
        return call.RegionState.Topics.Find(topic => TopicLookup.Arn(call, topic) == arn) ?? throw new ApiException("ResourceNotFound", "Resource does not exist", HttpStatusCode.NotFound);
    }
}
