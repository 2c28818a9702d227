using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>
/// A control on root's MFA. In China and GovCloud, where root is another thing, Security Hub does not support it, and no mode gives a verdict.
/// </summary>
internal abstract class RootSignInControl : IdentityControl
{
    protected RootSignInControl(CisControl definition)
        : base(definition)
    {
    }

    protected sealed override bool JudgesUnsupportedRegions => false;

    /// <summary>
    /// A failure, unless root has neither a password nor a key: then there is nothing to protect, though the source document still fails it.
    /// </summary>
    protected static Verdict FailedUnlessRootHasNoCredentials(JudgedResource account, AccountSummary summary, string reason) =>
        summary is { AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 }
            ? NotAvailable(account, "Root has neither a password nor an access key.", ReasonCode.RootCredentialsNotPresent) with
            {
                Facts = SummaryFacts(summary),
                Strict = Failed(account, reason) with { Facts = SummaryFacts(summary) },
            }
            : Failed(account, reason) with { Facts = SummaryFacts(summary) };

    protected static IReadOnlyDictionary<string, object?> SummaryFacts(AccountSummary summary) => Facts(
        ("AccountMFAEnabled", summary.AccountMfaEnabled),
        ("AccountPasswordPresent", summary.AccountPasswordPresent),
        ("AccountAccessKeysPresent", summary.AccountAccessKeysPresent));
}
