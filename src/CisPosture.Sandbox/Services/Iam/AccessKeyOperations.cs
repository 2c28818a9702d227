using System.Security.Cryptography;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class AccessKeyOperations
{
    private const int Quota = 2;
    private const int SecretBytes = 30;

    public static ApiResult ListAccessKeys(ApiCall call)
    {
        var user = IamLookup.User(call);
        return IamPaging.Answer(IamPaging.Page(call, user.AccessKeys), "AccessKeyMetadata", key => Metadata(user, key));
    }

    /// <summary>IAM answers an unknown key as if it were somebody else's.</summary>
    public static ApiResult GetAccessKeyLastUsed(ApiCall call)
    {
        var id = call.Input.Required("AccessKeyId");
        var found = call.Account.Iam.Users.SelectMany(user => user.AccessKeys, (user, key) => (User: user, Key: key)).FirstOrDefault(pair => pair.Key.AccessKeyId == id);
        if (found.User is null) throw call.Errors.AccessDenied($"User: {call.Caller!.Arn} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key {id}");
        return new Structure
        {
            ["UserName"] = found.User.Name,
            ["AccessKeyLastUsed"] = new Structure
            {
                ["LastUsedDate"] = found.Key.LastUsed?.Date,
                ["ServiceName"] = found.Key.LastUsed?.Service ?? "N/A",
                ["Region"] = found.Key.LastUsed?.Region ?? "N/A",
            },
        };
    }

    public static ApiResult CreateAccessKey(ApiCall call)
    {
        var user = IamLookup.User(call);
        if (user.AccessKeys.Count >= Quota) throw IamErrors.OverQuota("AccessKeysPerUser", Quota);
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new AccessKey { AccessKeyId = UniqueId.Of("AKIA", call.RequestId)[..20], CreateDate = call.WholeSecond, SecretAccessKey = secret };
        user.AccessKeys.Add(key);
        var answer = Metadata(user, key);
        answer.Add("SecretAccessKey", secret);
        return new Structure { ["AccessKey"] = answer };
    }

    public static ApiResult UpdateAccessKey(ApiCall call)
    {
        call.Input.Required("Status");
        var status = call.Input.OneOf("Status", "Active", "Inactive")!;
        Find(call, IamLookup.User(call)).Status = status;
        return ApiResult.Empty;
    }

    public static ApiResult DeleteAccessKey(ApiCall call)
    {
        var user = IamLookup.User(call);
        user.AccessKeys.Remove(Find(call, user));
        return ApiResult.Empty;
    }

    private static AccessKey Find(ApiCall call, IamUser user)
    {
        var id = call.Input.Required("AccessKeyId");
        return user.AccessKeys.Find(key => key.AccessKeyId == id) ?? throw IamErrors.NoSuchEntity($"The Access Key with id {id} cannot be found.");
    }

    private static Structure Metadata(IamUser user, AccessKey key) => new()
    {
        ["UserName"] = user.Name,
        ["AccessKeyId"] = key.AccessKeyId,
        ["Status"] = key.Status,
        ["CreateDate"] = key.CreateDate,
    };
}
