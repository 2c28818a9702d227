using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class UserOperations
{
    public static ApiResult ListUsers(ApiCall call)
    {
        var users = call.Account.Iam.Users.Where(user => IamLookup.IsUnder(user.Path, call)).OrderBy(user => user.Name, StringComparer.Ordinal).ToArray();
        return IamPaging.Answer(IamPaging.Page(call, users), "Users", user => IamShapes.User(call.Account, user));
    }

    public static ApiResult GetLoginProfile(ApiCall call)
    {
        var user = IamLookup.User(call);
        if (user.LoginProfile is not { } profile) throw IamLookup.NoSuchEntity($"Login Profile for User {user.Name} cannot be found.");
        return new Structure
        {
            ["LoginProfile"] = new Structure
            {
                ["UserName"] = user.Name,
                ["CreateDate"] = profile.CreateDate,
                ["PasswordResetRequired"] = profile.PasswordResetRequired,
            },
        };
    }

    public static ApiResult ListMFADevices(ApiCall call)
    {
        var user = IamLookup.User(call);
        return IamPaging.Answer(IamPaging.Page(call, user.MfaDevices), "MFADevices", device => new Structure
        {
            ["UserName"] = user.Name,
            ["SerialNumber"] = device.SerialNumber,
            ["EnableDate"] = device.EnableDate,
        });
    }

    public static ApiResult ListAccessKeys(ApiCall call)
    {
        var user = IamLookup.User(call);
        return IamPaging.Answer(IamPaging.Page(call, user.AccessKeys), "AccessKeyMetadata", key => new Structure
        {
            ["UserName"] = user.Name,
            ["AccessKeyId"] = key.AccessKeyId,
            ["Status"] = key.Status,
            ["CreateDate"] = key.CreateDate,
        });
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
}
