using CisPosture.Accounts;

namespace CisPosture.Credentials;

/// <summary>
/// Puts the credential report, which may be four hours old, together with the users that exist now: users who are gone are left out, users
/// who came later are taken from live evidence.
/// </summary>
internal static class AccountUsers
{
    // The report and the listing tell the same creation to the second; more than this apart, the name was given to somebody new.
    private static readonly TimeSpan SameCreation = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<AccountUser> Of(AccountEvidence evidence, CredentialReport report)
    {
        if (!evidence.Users.TryGet(out var users, out _))
        {
            return [.. report.Rows.Where(row => !row.IsRoot).Select(row => Reported(row, row.Arn))];
        }

        var rows = RowsByName(report);
        return [.. users.Select(user => RowOf(user, rows) is { } row && !evidence.UnreportedCredentials.ContainsKey(user.UserName) ? Reported(row, user.Arn) : Live(user, evidence))];
    }

    /// <summary>The users whose credentials the report does not hold, because they, or a new bearer of the name, are younger than it.</summary>
    public static IReadOnlyList<IamUser> Unreported(CredentialReport report, IReadOnlyList<IamUser> users)
    {
        var rows = RowsByName(report);
        return [.. users.Where(user => RowOf(user, rows) is null)];
    }

    private static ILookup<string, CredentialReportRow> RowsByName(CredentialReport report) =>
        report.Rows.Where(row => !row.IsRoot).ToLookup(row => row.UserName, StringComparer.Ordinal);

    private static CredentialReportRow? RowOf(IamUser user, ILookup<string, CredentialReportRow> rows) =>
        rows[user.UserName].FirstOrDefault(row => row.CreatedTime is null || user.CreateDate - row.CreatedTime.Value <= SameCreation);

    private static AccountUser Reported(CredentialReportRow row, string arn) => new(row.UserName, arn, Evidence.Of(new HeldCredentials
    {
        IsLive = false,
        Password = row.PasswordEnabled == true
            ? new HeldCredential("console password", row.PasswordLastUsed, row.PasswordLastChanged ?? row.CreatedTime)
            : null,
        HasMfa = row.MfaActive,
        ActiveKeys =
        [
            .. row.AccessKeys
                .Where(key => key.IsActive && key.LastRotated is not null)
                .Select(key => new HeldCredential($"access key {key.Slot}", key.LastUsed, key.LastRotated)),
        ],
    }));

    private static AccountUser Live(IamUser user, AccountEvidence evidence)
    {
        if (!evidence.UnreportedCredentials.TryGetValue(user.UserName, out var credentials))
        {
            credentials = Evidence<UserCredentials>.NotCollected;
        }

        return new AccountUser(
            user.UserName,
            user.Arn,
            credentials.TryGet(out var live, out var gap) ? Evidence.Of(Held(user, live)) : Evidence.Missing<HeldCredentials>(gap));
    }

    private static HeldCredentials Held(IamUser user, UserCredentials live) => new()
    {
        IsLive = true,
        Password = live.HasPassword
            ? new HeldCredential("console password", live.PasswordLastUsed ?? user.PasswordLastUsed, live.PasswordCreated ?? user.CreateDate)
            : null,
        HasMfa = live.HasMfa,
        ActiveKeys =
        [
            .. live.AccessKeys.Where(key => key.IsActive).Select(key => new HeldCredential($"access key {key.AccessKeyId}", key.LastUsed, key.CreateDate)),
        ],
    };
}
