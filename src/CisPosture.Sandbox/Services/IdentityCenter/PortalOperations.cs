using System.Net;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.IdentityCenter;

internal static class PortalOperations
{
    private static readonly TimeSpan Duration = TimeSpan.FromHours(1);

    /// <summary>The keys of the role that a permission set has become in an account.</summary>
    public static ApiResult GetRoleCredentials(ApiCall call)
    {
        var (token, accountId, permissionSet) = (call.Input.Required("AccessToken"), call.Input.Required("AccountId"), call.Input.Required("RoleName"));
        var signIn = call.Account.SignIns.Find(signIn => signIn.AccessToken == token && call.Now < signIn.ExpiresAt)
            ?? throw new ApiException("UnauthorizedException", "Session token not found or invalid", HttpStatusCode.Unauthorized);
        if (!signIn.PermissionSets.Contains(permissionSet, StringComparer.Ordinal) || Find(call, accountId, permissionSet) is not { } found)
        {
            throw new ApiException("ForbiddenException", "No access", HttpStatusCode.Forbidden);
        }

        var session = RoleSession.Of(found.Account, found.Role, signIn.User, call.Now + Duration);
        found.Account.Accept(session);
        return new Structure
        {
            ["roleCredentials"] = new Structure
            {
                ["accessKeyId"] = session.AccessKeyId,
                ["secretAccessKey"] = session.SecretAccessKey,
                ["sessionToken"] = session.SessionToken,
                ["expiration"] = session.Expiration!.Value.ToUnixTimeMilliseconds(),
            },
        };
    }

    /// <summary>Identity Center adds an end of its own to the names of the roles that it makes.</summary>
    private static (SandboxAccount Account, IamRole Role)? Find(ApiCall call, string accountId, string permissionSet) =>
        call.Accounts.Find(accountId) is { } account
        && account.Iam.Roles.Find(role => role.Name.StartsWith($"AWSReservedSSO_{permissionSet}_", StringComparison.Ordinal)) is { } role
            ? (account, role)
            : null;
}
