using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CisPosture.Sandbox.Services.Iam;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sts;

internal static partial class RoleOperations
{
    private const int LeastSeconds = 900;
    private const int UsualSeconds = 3600;
    private const int MostSeconds = 43200;
    private const string KeyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Hands out temporary keys, if the role lets the caller in. A role that does not exist is refused in the same words as one that does not trust.</summary>
    public static ApiResult AssumeRole(ApiCall call)
    {
        var roleArn = call.Input.Required("RoleArn");
        var sessionName = SessionName(call);
        var externalId = ExternalId(call);
        if (Find(call, roleArn) is not { } found || !new TrustPolicy(found.Role.AssumeRolePolicyDocument).LetsIn(Asking(call, sessionName, externalId)))
        {
            throw call.Errors.AccessDenied($"User: {call.Caller!.Arn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}");
        }

        var session = Issue(call, found.Account, found.Role, sessionName, Duration(call, found.Role));
        found.Account.Accept(session);
        return new Structure
        {
            ["AssumedRoleUser"] = new Structure { ["AssumedRoleId"] = session.UserId, ["Arn"] = session.Arn },
            ["Credentials"] = new Structure
            {
                ["AccessKeyId"] = session.AccessKeyId,
                ["SecretAccessKey"] = session.SecretAccessKey,
                ["SessionToken"] = session.SessionToken,
                ["Expiration"] = session.Expiration,
            },
        };
    }

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
    };

    private static int Duration(ApiCall call, IamRole role)
    {
        var seconds = call.Input.Integer("DurationSeconds", LeastSeconds, MostSeconds) ?? UsualSeconds;
        if (seconds > role.MaxSessionDuration) throw new ApiException("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        if (seconds > UsualSeconds && call.Caller!.RoleArn is not null) throw new ApiException("ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        return seconds;
    }

    private static SandboxCredential Issue(ApiCall call, SandboxAccount account, IamRole role, string sessionName, int seconds) => new()
    {
        AccessKeyId = $"ASIA{RandomNumberGenerator.GetString(KeyAlphabet, 16)}",
        SecretAccessKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
        SessionToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(240)),
        Expiration = WholeSeconds(call.Now.AddSeconds(seconds)),
        Arn = account.Arn("sts", "", $"assumed-role/{role.Name}/{sessionName}"),
        RoleArn = IamLookup.RoleArn(account, role),
        UserId = $"{role.RoleId}:{sessionName}",
    };

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    [GeneratedRegex(@"^[\w+=,.@-]+$", RegexOptions.ECMAScript | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SessionNameForm();

    [GeneratedRegex(@"^[\w+=,.@:/-]+$", RegexOptions.ECMAScript | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExternalIdForm();
}
