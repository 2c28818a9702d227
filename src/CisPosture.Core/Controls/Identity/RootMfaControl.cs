using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>1.13: root has an MFA device.</summary>
internal sealed class RootMfaControl : RootSignInControl
{
    public RootMfaControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.AccountSummary];

    public override string SummarizePassed(int count) => "Root has an MFA device.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        return [evidence.AccountSummary.TryGet(out var summary, out var gap) ? JudgeSummary(account, summary) : Unknown(account, gap)];
    }

    private static Verdict JudgeSummary(JudgedResource account, AccountSummary summary) => summary.AccountMfaEnabled > 0
        ? Passed(account, "Root has an MFA device.") with { Facts = SummaryFacts(summary) }
        : FailedUnlessRootHasNoCredentials(account, summary, "Root has no MFA device.");
}
