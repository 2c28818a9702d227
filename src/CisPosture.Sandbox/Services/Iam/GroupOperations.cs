using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class GroupOperations
{
    public static ApiResult GetGroup(ApiCall call)
    {
        var group = IamLookup.Group(call);
        var members = call.Account.Iam.Users.Where(user => user.Groups.Contains(group.Name, StringComparer.OrdinalIgnoreCase)).ToArray();
        var before = new Structure { ["Group"] = IamShapes.Group(call.Account, group) };
        return IamPaging.Answer(IamPaging.Page(call, members), "Users", user => IamShapes.User(call.Account, user), before);
    }
}
