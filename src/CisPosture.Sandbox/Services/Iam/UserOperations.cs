using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class UserOperations
{
    public static ApiResult ListUsers(ApiCall call)
    {
        var users = call.Account.Iam.Users.Where(user => IamLookup.IsUnder(user.Path, call)).OrderBy(user => user.Name, StringComparer.Ordinal).ToArray();
        return IamPaging.Answer(IamPaging.Page(call, users), "Users", user => IamShapes.User(call.Account, user));
    }

    public static ApiResult GetUser(ApiCall call)
    {
        var user = IamLookup.User(call);
        var answer = IamShapes.User(call.Account, user);
        answer.Add("PermissionsBoundary", IamShapes.Boundary(user.PermissionsBoundary));
        answer.Add("Tags", IamShapes.Tags(user.Tags));
        return new Structure { ["User"] = answer };
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
}
