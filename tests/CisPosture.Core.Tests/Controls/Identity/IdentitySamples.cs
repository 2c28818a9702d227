using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>Evidence of IAM, shaped as AWS sends it.</summary>
internal static class IdentitySamples
{
    public static readonly DateTimeOffset Generated = Judging.Now.AddHours(-3);

    public static DateTimeOffset DaysAgo(double days) => Judging.Now.AddDays(-days);

    public static string UserArn(string name) => $"arn:aws:iam::{Judging.AccountId}:user/{name}";

    /// <summary>A user who has nothing: no password, no keys, no MFA.</summary>
    public static CredentialReportRow Row(string name = "alice") =>
        new() { UserName = name, Arn = UserArn(name), CreatedTime = DaysAgo(1000), PasswordEnabled = false, AccessKeys = [new() { Slot = 1 }, new() { Slot = 2 }] };

    public static CredentialReportRow WithPassword(DateTimeOffset? lastUsed, DateTimeOffset? lastChanged, string name = "alice") =>
        Row(name) with { PasswordEnabled = true, PasswordLastUsed = lastUsed, PasswordLastChanged = lastChanged };

    public static CredentialReportRow WithKeys(params ReportedAccessKey[] keys) => Row() with { AccessKeys = keys };

    public static ReportedAccessKey Key(DateTimeOffset? made, DateTimeOffset? lastUsed = null, bool active = true, int slot = 1) =>
        new() { Slot = slot, IsActive = active, LastRotated = made, LastUsed = lastUsed };

    public static CredentialReportRow Root() => Row("<root_account>") with { Arn = $"arn:aws:iam::{Judging.AccountId}:root", PasswordEnabled = null };

    public static IamUser User(string name, DateTimeOffset? created = null) =>
        new() { UserName = name, UserId = "AIDACKCEVSQ6C2EXAMPLE", Arn = UserArn(name), CreateDate = created ?? DaysAgo(1000) };

    /// <summary>An account whose report tells of root and of these users, all of whom still exist.</summary>
    public static AccountEvidence Reporting(params CredentialReportRow[] rows) => Judging.Account() with
    {
        CredentialReport = Evidence.Of(new CredentialReport { GeneratedTime = Generated, Rows = [Root(), .. rows] }),
        Users = Evidence.Of<IReadOnlyList<IamUser>>([.. rows.Select(row => User(row.UserName, row.CreatedTime))]),
    };

    /// <summary>An account with just this report, all of whose users still exist.</summary>
    public static AccountEvidence Reporting(CredentialReport report) => Judging.Account() with
    {
        CredentialReport = Evidence.Of(report),
        Users = Evidence.Of<IReadOnlyList<IamUser>>([.. report.Rows.Where(row => !row.IsRoot).Select(row => User(row.UserName, row.CreatedTime))]),
    };

    /// <summary>An account whose report knows nobody but root, and with one user who is younger than it.</summary>
    public static AccountEvidence Unreported(Evidence<UserCredentials>? credentials, DateTimeOffset? created = null) => Reporting() with
    {
        Users = Evidence.Of<IReadOnlyList<IamUser>>([User("newcomer", created ?? Judging.Now.AddHours(-1))]),
        UnreportedCredentials = credentials is null
            ? new Dictionary<string, Evidence<UserCredentials>>(StringComparer.Ordinal)
            : new Dictionary<string, Evidence<UserCredentials>>(StringComparer.Ordinal) { ["newcomer"] = credentials },
    };

    public static AccountEvidence Summarizing(int keys = 0, int mfa = 1, int? password = 1, string partition = "aws", string homeRegion = "us-east-1") =>
        Judging.Account(partition, homeRegion) with
        {
            AccountSummary = Evidence.Of(new AccountSummary { AccountAccessKeysPresent = keys, AccountMfaEnabled = mfa, AccountPasswordPresent = password }),
        };

    /// <summary>Percent-encodes as IAM does.</summary>
    public static string Encoded(string json) => Uri.EscapeDataString(json);

    public static string[] Texts(CisFinding finding, string fact) => Assert.IsType<string[]>(finding.Evidence[fact]);
}
