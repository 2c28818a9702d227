using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class RoleOperations
{
    public static ApiResult GetRole(ApiCall call)
    {
        var role = IamLookup.Role(call);
        return new Structure
        {
            ["Role"] = new Structure
            {
                ["Path"] = role.Path,
                ["RoleName"] = role.Name,
                ["RoleId"] = role.RoleId,
                ["Arn"] = IamLookup.RoleArn(call.Account, role),
                ["CreateDate"] = role.CreateDate,
                ["AssumeRolePolicyDocument"] = IamShapes.Document(role.AssumeRolePolicyDocument),
                ["Description"] = role.Description,
                ["MaxSessionDuration"] = role.MaxSessionDuration,
                ["PermissionsBoundary"] = IamShapes.Boundary(role.PermissionsBoundary),
                ["Tags"] = IamShapes.Tags(role.Tags),
                ["RoleLastUsed"] = new Structure(),
            },
        };
    }
}
