using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>1.12: root has no access key, active or not.</summary>
internal sealed class RootAccessKeyControl : IdentityControl
{
    public RootAccessKeyControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.AccountSummary];

    public override IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => [EvidenceKind.CredentialReport];

    public override string SummarizePassed(int count) => "Root has no access key.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        return
        [
            evidence.AccountSummary.TryGet(out var summary, out var gap)
                ? JudgeSummary(account, summary, evidence.CredentialReport)
                : Unknown(account, gap),
        ];
    }

    private static Verdict JudgeSummary(JudgedResource account, AccountSummary summary, Evidence<CredentialReport> credentialReport)
    {
        var hasKey = summary.AccountAccessKeysPresent > 0;
        var verdict = hasKey ? Failed(account, "Root has an access key.") : Passed(account, "Root has no access key.");
        var facts = Facts(("AccountAccessKeysPresent", summary.AccountAccessKeysPresent));
        if (!credentialReport.TryGet(out var report, out _) || report.Rows.FirstOrDefault(row => row.IsRoot) is not { } root)
        {
            return verdict with { Facts = facts };
        }

        var active = root.AccessKeys.Count(key => key.IsActive);
        var inactive = root.AccessKeys.Count(key => !key.IsActive && key.LastRotated is not null);
        return verdict with
        {
            Facts = Facts(
                ("AccountAccessKeysPresent", summary.AccountAccessKeysPresent),
                ("ActiveKeysInReport", active),
                ("InactiveKeysInReport", inactive),
                ("ReportGeneratedTime", report.GeneratedTime.ToString("o"))),
            Notes = Disagreement(hasKey, active, inactive) is { } note ? [note] : [],
        };
    }

    private static string? Disagreement(bool hasKey, int active, int inactive) => (hasKey, active, inactive) switch
    {
        (true, 0, > 0) => "The credential report shows root's key as inactive; it counts because it exists, though the benchmark's audit looks at active keys.",
        (true, 0, 0) => "The credential report shows no key of root; the key may be younger than the report.",
        (false, > 0, _) => "The credential report still shows an active key of root; it may have been deleted since.",
        (false, 0, > 0) => "The credential report shows an inactive key of root, which the account summary does not count; delete it if it still exists.",
        _ => null,
    };
}
