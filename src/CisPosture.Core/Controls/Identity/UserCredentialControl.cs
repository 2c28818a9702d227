using CisPosture.Accounts;
using CisPosture.Credentials;

namespace CisPosture.Controls.Identity;

/// <summary>A control on the credentials of each IAM user, judged from the credential report and, for users younger than it, from live evidence.</summary>
internal abstract class UserCredentialControl : IdentityControl
{
    protected UserCredentialControl(CisControl definition)
        : base(definition)
    {
    }

    protected sealed override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) =>
        [EvidenceKind.CredentialReport, EvidenceKind.Users, EvidenceKind.UnreportedCredentials];

    protected sealed override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        if (!evidence.CredentialReport.TryGet(out var report, out var gap))
        {
            return [Unknown(account, gap)];
        }

        var users = AccountUsers.Of(evidence, report);
        var verdicts = users.Count > 0
            ? users.Select(user => JudgeUser(user, evidence, report, settings))
            : [NothingToJudge(account, "The account has no IAM users.") with { Facts = Facts([.. ReportFacts(evidence, report)]) }];
        return evidence.Users.TryGet(out _, out var listingGap) ? verdicts : [.. users.Count > 0 ? verdicts : [], UnseenUsers(account, listingGap)];
    }

    protected abstract Verdict JudgeCredentials(JudgedResource user, HeldCredentials credentials, DateTimeOffset now, ControlSettings settings);

    protected static int WholeDays(DateTimeOffset since, DateTimeOffset now) => (int)Math.Floor((now - since).TotalDays);

    private Verdict JudgeUser(AccountUser user, AccountEvidence evidence, CredentialReport report, ControlSettings settings)
    {
        var resource = new JudgedResource(Definition.ResourceType, user.Arn, evidence.HomeRegion);
        if (!user.Credentials.TryGet(out var credentials, out var gap))
        {
            var unknown = Unknown(resource, gap);
            return unknown with { Facts = Facts([("UserName", user.UserName), .. Pairs(unknown)]) };
        }

        var verdict = JudgeCredentials(resource, credentials, evidence.ObservedAt, settings);
        (string, object?)[] source = credentials.IsLive
            ? [("EvidenceSource", "Live")]
            : [("EvidenceSource", "CredentialReport"), .. ReportFacts(evidence, report)];
        return verdict with { Facts = Facts([("UserName", user.UserName), .. Pairs(verdict), .. source]) };
    }

    private static IEnumerable<(string Name, object? Value)> Pairs(Verdict verdict) => verdict.Facts.Select(fact => (fact.Key, fact.Value));

    // A report made while the account was read is a moment younger than the reading.
    private static IEnumerable<(string Name, object? Value)> ReportFacts(AccountEvidence evidence, CredentialReport report) =>
    [
        ("ReportGeneratedTime", report.GeneratedTime.ToString("o")),
        ("ReportAgeHours", Math.Round(Math.Max(0, (evidence.ObservedAt - report.GeneratedTime).TotalHours), 1)),
    ];

    // The report holds everybody who existed when it was made; of those who came later nothing is known, not even whether there are any.
    private static Verdict UnseenUsers(JudgedResource account, EvidenceGap gap) => Unknown(account, gap) with
    {
        Reason = $"Users created since the credential report was made could not be judged: {GapVerdict.Sentence(gap)}",
    };
}
