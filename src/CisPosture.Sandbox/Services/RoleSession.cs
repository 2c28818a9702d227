using System.Security.Cryptography;
using CisPosture.Sandbox.Services.Iam;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Services;

/// <summary>Temporary keys of a role.</summary>
internal static class RoleSession
{
    private const string KeyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static SandboxCredential Of(SandboxAccount account, IamRole role, string sessionName, DateTimeOffset expiration) => new()
    {
        AccessKeyId = $"ASIA{RandomNumberGenerator.GetString(KeyAlphabet, 16)}",
        SecretAccessKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
        SessionToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(240)),
        Expiration = WholeSeconds(expiration),
        Arn = account.Arn("sts", "", $"assumed-role/{role.Name}/{sessionName}"),
        RoleArn = IamLookup.RoleArn(account, role),
        UserId = $"{role.RoleId}:{sessionName}",
    };

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
