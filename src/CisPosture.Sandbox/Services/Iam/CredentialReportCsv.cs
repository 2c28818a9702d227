using System.Globalization;
using System.Text;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Writes the credential report with AWS's header and its special values.</summary>
internal static class CredentialReportCsv
{
    private const string NotApplicable = "N/A";
    private const string NoInformation = "no_information";
    private const string NotSupported = "not_supported";

    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static readonly string[] NoCertificates = ["false", NotApplicable, "false", NotApplicable];

    /// <summary>Users who came after <paramref name="madeAt"/> are not in it.</summary>
    public static string Write(SandboxAccount account, DateTimeOffset madeAt)
    {
        var report = new StringBuilder(Header);
        Append(report, Root(account));
        foreach (var user in account.Iam.Users.Where(user => user.CreateDate <= madeAt)) Append(report, User(account, user));
        return report.ToString();
    }

    private static void Append(StringBuilder report, IEnumerable<string> fields) => report.Append('\n').AppendJoin(',', fields.Select(Quoted));

    private static IEnumerable<string> Root(SandboxAccount account)
    {
        var root = account.Iam.Root;
        string[] identity = ["<root_account>", account.Arn("iam", "", "root"), Time(root.CreateDate)];
        string[] password = [root.HasPassword ? NotSupported : "FALSE", root.HasPassword ? Used(root.PasswordLastUsed) : NotApplicable, NotSupported, NotSupported, Flag(root.MfaDevices.Count > 0)];
        return [.. identity, .. password, .. Keys(root.AccessKeys), .. NoCertificates];
    }

    private static IEnumerable<string> User(SandboxAccount account, IamUser user)
    {
        string[] identity = [user.Name, IamLookup.UserArn(account, user), Time(user.CreateDate)];
        return [.. identity, .. Password(user, account.Iam.PasswordPolicy), Flag(user.MfaDevices.Count > 0), .. Keys(user.AccessKeys), .. NoCertificates];
    }

    private static string[] Password(IamUser user, PasswordPolicy? policy)
    {
        if (user.LoginProfile is not { } profile) return ["false", NotApplicable, NotApplicable, NotApplicable];
        var rotation = policy is { ExpirePasswords: true } ? Time(profile.CreateDate.AddDays(policy.MaxPasswordAge ?? 0)) : NotApplicable;
        return ["true", Used(user.PasswordLastUsed), Time(profile.CreateDate), rotation];
    }

    private static IEnumerable<string> Keys(IReadOnlyList<AccessKey> keys) => Enumerable.Range(0, 2).SelectMany(slot => Key(keys.ElementAtOrDefault(slot)));

    private static string[] Key(AccessKey? key) => key is null
        ? ["false", NotApplicable, NotApplicable, NotApplicable, NotApplicable]
        : [Flag(key.IsActive), Time(key.CreateDate), key.LastUsed is { } use ? Time(use.Date) : NotApplicable, key.LastUsed?.Region ?? NotApplicable, key.LastUsed?.Service ?? NotApplicable];

    private static string Used(DateTimeOffset? time) => time is null ? NoInformation : Time(time.Value);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Flag(bool flag) => flag ? "true" : "false";

    /// <summary>User names may hold commas.</summary>
    private static string Quoted(string field) => field.Contains(',', StringComparison.Ordinal) ? $"\"{field}\"" : field;
}
