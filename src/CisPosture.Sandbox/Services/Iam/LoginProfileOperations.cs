using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Console passwords: whether a user has one, never which.</summary>
internal static class LoginProfileOperations
{
    public static ApiResult GetLoginProfile(ApiCall call)
    {
        var user = IamLookup.User(call);
        return user.LoginProfile is { } profile ? Answer(user, profile) : throw None(user);
    }

    public static ApiResult CreateLoginProfile(ApiCall call)
    {
        var user = IamLookup.User(call);
        var password = call.Input.Required("Password");
        var isToBeChanged = call.Input.Flag("PasswordResetRequired") ?? false;
        if (user.LoginProfile is not null) throw IamErrors.AlreadyExists($"Login Profile for user {user.Name} already exists.");
        if (PasswordRules.FirstBroken(call.Account.Iam.PasswordPolicy, user.Name, password) is { } rule) throw new ApiException("PasswordPolicyViolation", rule);
        user.LoginProfile = new LoginProfile { CreateDate = call.WholeSecond, PasswordResetRequired = isToBeChanged };
        return Answer(user, user.LoginProfile);
    }

    public static ApiResult DeleteLoginProfile(ApiCall call)
    {
        var user = IamLookup.User(call);
        if (user.LoginProfile is null) throw None(user);
        user.LoginProfile = null;
        return ApiResult.Empty;
    }

    private static ApiException None(IamUser user) => IamErrors.NoSuchEntity($"Login Profile for User {user.Name} cannot be found.");

    private static Structure Answer(IamUser user, LoginProfile profile) => new()
    {
        ["LoginProfile"] = new Structure
        {
            ["UserName"] = user.Name,
            ["CreateDate"] = profile.CreateDate,
            ["PasswordResetRequired"] = profile.PasswordResetRequired,
        },
    };
}
