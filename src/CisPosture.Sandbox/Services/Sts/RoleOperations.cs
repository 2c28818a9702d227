using System.Text.RegularExpressions;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sts;

internal static partial class RoleOperations
{
    private const int LeastSeconds = 900;
    private const int UsualSeconds = 3600;
    private const int MostSeconds = 43200;

    /// <summary>Hands out temporary keys, if the role lets the caller in. A role that does not exist is refused in the same words as one that does not trust.</summary>
    public static ApiResult AssumeRole(ApiCall call)
    {
        var roleArn = call.Input.Required("RoleArn");
        var sessionName = SessionName(call);
        var externalId = ExternalId(call);
        var asking = Asking(call, sessionName, externalId);
        if (Find(call, roleArn) is not { } found || !new TrustPolicy(found.Role.AssumeRolePolicyDocument).LetsIn(asking))
        {
            throw call.Errors.AccessDenied($"User: {call.Caller!.Arn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}");
        }

        var session = Enter(call, found.Account, found.Role, sessionName);
        return new Structure { ["AssumedRoleUser"] = User(session), ["Credentials"] = Keys(session) };
    }

    /// <summary>Hands out temporary keys to whom a provider that the role's account knows has given a token, if the role lets such an identity in.</summary>
    public static ApiResult AssumeRoleWithWebIdentity(ApiCall call)
    {
        var roleArn = call.Input.Required("RoleArn");
        var sessionName = SessionName(call);
        var text = call.Input.Required("WebIdentityToken");
        if (Find(call, roleArn) is not { } found) throw call.Errors.AccessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        var token = WebIdentityToken.Check(text, found.Account, call.Now);
        if (!new TrustPolicy(found.Role.AssumeRolePolicyDocument).LetsIn(token.Asking(found.Account, sessionName)))
        {
            throw call.Errors.AccessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        }

        var session = Enter(call, found.Account, found.Role, sessionName);
        return new Structure
        {
            ["SubjectFromWebIdentityToken"] = token.Subject,
            ["Audience"] = token.Audience,
            ["AssumedRoleUser"] = User(session),
            ["Credentials"] = Keys(session),
            ["Provider"] = token.Provider.Arn(found.Account),
        };
    }

    private static SandboxCredential Enter(ApiCall call, SandboxAccount account, IamRole role, string sessionName)
    {
        var session = RoleSession.Of(account, role, sessionName, call.Now.AddSeconds(Duration(call, role)));
        account.Accept(session);
        return session;
    }

    private static Structure User(SandboxCredential session) => new() { ["AssumedRoleId"] = session.UserId, ["Arn"] = session.Arn };

    private static Structure Keys(SandboxCredential session) => new()
    {
        ["AccessKeyId"] = session.AccessKeyId,
        ["SecretAccessKey"] = session.SecretAccessKey,
        ["SessionToken"] = session.SessionToken,
        ["Expiration"] = session.Expiration,
    };

    private static string SessionName(ApiCall call)
    {
        var name = call.Input.Required("RoleSessionName");
        if (name.Length is < 2 or > 64) throw call.Errors.Invalid("RoleSessionName", name, $"Member must have length {(name.Length < 2 ? "greater than or equal to 2" : "less than or equal to 64")}");
        return SessionNameForm().IsMatch(name) ? name : throw call.Errors.Invalid("RoleSessionName", name, @"Member must satisfy regular expression pattern: [\w+=,.@-]*");
    }

    private static string? ExternalId(ApiCall call) => call.Input.Text("ExternalId") switch
    {
        null => null,
        { Length: >= 2 and <= 1224 } id when ExternalIdForm().IsMatch(id) => id,
        var id => throw call.Errors.Invalid("ExternalId", id, @"Member must satisfy regular expression pattern: [\w+=,.@:\/-]*"),
    };

    private static (SandboxAccount Account, IamRole Role)? Find(ApiCall call, string roleArn)
    {
        var parts = roleArn.Split(':');
        if (parts is not ["arn", _, "iam", "", _, _]) throw call.Errors.Invalid("RoleArn", roleArn, "Member must be the ARN of a role");
        return call.Accounts.Find(parts[4]) is { } account && account.VisibleRole(roleArn, call.Now) is { } role ? (account, role) : null;
    }

    private static AskingCaller Asking(ApiCall call, string sessionName, string? externalId) => new()
    {
        Arn = call.Caller!.Arn,
        RoleArn = call.Caller.RoleArn,
        AccountId = call.Account.AccountId,
        RootArn = call.Account.Arn("iam", "", "root"),
        SessionName = sessionName,
        ExternalId = externalId,
        OrganizationId = call.Accounts.Organization?.Id,
        HasMfa = HasMfa(call),
    };

    /// <summary>A wrong code, or a device that is not the caller's, is refused whether or not the role demands one.</summary>
    private static bool HasMfa(ApiCall call)
    {
        if (call.Input.Text("SerialNumber") is not { } serial) return false;
        var code = call.Input.Required("TokenCode");
        var devices = call.Account.Iam.Users.Where(user => call.Account.Arn("iam", "", $"user{user.Path}{user.Name}") == call.Caller!.Arn).SelectMany(user => user.MfaDevices);
        return devices.Any(device => device.SerialNumber == serial && device.Shows == code)
            ? true
            : throw call.Errors.AccessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }

    private static int Duration(ApiCall call, IamRole role)
    {
        var seconds = call.Input.Integer("DurationSeconds", LeastSeconds, MostSeconds) ?? UsualSeconds;
        if (seconds > role.MaxSessionDuration) throw new ApiException("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        if (seconds > UsualSeconds && call.Caller?.RoleArn is not null) throw new ApiException("ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        return seconds;
    }

    [GeneratedRegex(@"^[\w+=,.@-]+$", RegexOptions.ECMAScript | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SessionNameForm();

    [GeneratedRegex(@"^[\w+=,.@:/-]+$", RegexOptions.ECMAScript | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExternalIdForm();
}
