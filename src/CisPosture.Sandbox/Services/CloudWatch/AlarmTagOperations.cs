using System.Net;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

internal static class AlarmTagOperations
{
    public static ApiResult TagResource(ApiCall call)
    {
        AlarmTags.Merge(Find(call), AlarmTags.Asked(call));
        return new Structure();
    }

    public static ApiResult UntagResource(ApiCall call)
    {
        var tags = Find(call);
        foreach (var key in call.Input.Texts("TagKeys")) tags.Remove(key);
        return new Structure();
    }

    public static ApiResult ListTagsForResource(ApiCall call) =>
        new Structure { ["Tags"] = Find(call).Select(tag => new Structure { ["Key"] = tag.Key, ["Value"] = tag.Value }) };

    private static Dictionary<string, string> Find(ApiCall call)
    {
        var arn = call.Input.Required("ResourceARN");
        return call.RegionState.MetricAlarms.Find(alarm => AlarmShapes.Arn(call, alarm.Name) == arn)?.Tags
            ?? call.RegionState.CompositeAlarms.Find(alarm => AlarmShapes.Arn(call, alarm.Name) == arn)?.Tags
            ?? throw new ApiException("ResourceNotFoundException", $"The resource {arn} does not exist.", HttpStatusCode.NotFound);
    }
}
