using CisPosture.Accounts;

namespace CisPosture.Tests.Commands;

/// <summary>An account with a lax password policy and open security groups in two Regions.</summary>
internal static class SampleAccount
{
    public const string AccountId = "111122223333";

    // Regions and groups stand in another order than findings must.
    public static AccountEvidence Evidence => new()
    {
        AccountId = AccountId,
        Partition = "aws",
        HomeRegion = "us-east-1",
        ObservedAt = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero),
        EnabledRegions = Accounts.Evidence.Of<IReadOnlyList<string>>(["us-east-1", "eu-west-1"]),
        Regions = [Region("us-east-1", AccountId), Region("eu-west-1", AccountId)],
        PasswordPolicy = Accounts.Evidence.Of(new PasswordPolicy { RequireUppercaseCharacters = true, MinimumPasswordLength = 8 }),
        AccountSummary = Accounts.Evidence.Of(new AccountSummary { AccountAccessKeysPresent = 0, AccountMfaEnabled = 1 }),
    };

    /// <summary>The same in another account.</summary>
    public static AccountEvidence Of(string accountId) => Evidence with { AccountId = accountId, Regions = [Region("us-east-1", accountId), Region("eu-west-1", accountId)] };

    public static EvidenceGap Shut(string accountId) => new()
    {
        ReasonCode = ReasonCode.AccessDenied,
        Operation = "sts:AssumeRole",
        Permission = "sts:AssumeRole",
        Resource = $"arn:aws:iam::{accountId}:role/security/Audit",
        ErrorCode = "AccessDenied",
        Message = "no",
    };

    public static EvidenceGap Denied(string operation) =>
        new() { ReasonCode = ReasonCode.AccessDenied, Operation = operation, Permission = operation, ErrorCode = "AccessDenied" };

    private static RegionEvidence Region(string name, string accountId) => new()
    {
        Region = name,
        SecurityGroups = Accounts.Evidence.Of<IReadOnlyList<SecurityGroup>>([OpenGroup("sg-b", accountId), OpenGroup("sg-a", accountId)]),
    };

    private static SecurityGroup OpenGroup(string id, string accountId) => new()
    {
        GroupId = id,
        GroupName = id,
        OwnerId = accountId,
        Ingress = [new SecurityGroupPermission { IpProtocol = "tcp", FromPort = 22, ToPort = 22, Ipv4Ranges = ["0.0.0.0/0"] }],
    };
}
