using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

internal static class TagOperations
{
    public static ApiResult ListResourceTags(ApiCall call)
    {
        var tags = KeyLookup.FindById(call).Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToArray();
        return KmsPaging.Answer(call, "Tags", tags, tag => new Structure { ["TagKey"] = tag.Key, ["TagValue"] = tag.Value });
    }

    public static ApiResult TagResource(ApiCall call)
    {
        KmsTags.Add(call, Find(call).Tags);
        return ApiResult.Empty;
    }

    public static ApiResult UntagResource(ApiCall call)
    {
        var key = Find(call);
        foreach (var name in call.Input.Texts("TagKeys")) key.Tags.Remove(name);
        return ApiResult.Empty;
    }

    private static KmsKey Find(ApiCall call)
    {
        var key = KeyLookup.FindToChange(call);
        return key.KeyState == "PendingDeletion" ? throw KmsErrors.WrongState(call, key) : key;
    }
}
