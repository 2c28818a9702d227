using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>1.14: root has MFA, and none of its devices is a virtual one.</summary>
internal sealed class RootHardwareMfaControl : RootSignInControl
{
    private const string SecurityKeys =
        "Security keys and passkeys count as hardware: AWS does not tell a passkey that is synced between devices from one that is not.";

    public RootHardwareMfaControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.AccountSummary, EvidenceKind.VirtualMfaDevices];

    public override string SummarizePassed(int count) => "Root has an MFA device and no virtual one.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        if (!evidence.AccountSummary.TryGet(out var summary, out var gap))
        {
            return [Unknown(account, gap)];
        }

        if (summary.AccountMfaEnabled <= 0)
        {
            return [FailedUnlessRootHasNoCredentials(account, summary, "Root has no MFA device.")];
        }

        return
        [
            evidence.VirtualMfaDevices.TryGet(out var devices, out gap)
                ? JudgeDevices(account, summary, devices, evidence.AccountId)
                : Unknown(account, gap),
        ];
    }

    private static Verdict JudgeDevices(JudgedResource account, AccountSummary summary, IReadOnlyList<VirtualMfaDevice> devices, string accountId)
    {
        var ofRoot = devices.Where(device => BelongsToRoot(device, accountId)).Select(device => device.SerialNumber).ToArray();
        if (ofRoot.Length == 0)
        {
            return Passed(account, "Root has an MFA device and no virtual one.") with { Facts = SummaryFacts(summary), Notes = [SecurityKeys] };
        }

        var reason = $"Root has {Counted(ofRoot.Length, "virtual MFA device", "virtual MFA devices")}; only hardware is wanted.";
        var verdict = FailedUnlessRootHasNoCredentials(account, summary, reason);
        return WithDevices(verdict with { Strict = verdict.Strict is null ? null : WithDevices(verdict.Strict, ofRoot) }, ofRoot);
    }

    private static Verdict WithDevices(Verdict verdict, string[] serialNumbers) =>
        verdict with { Facts = Facts([.. verdict.Facts.Select(fact => (fact.Key, fact.Value)), ("VirtualDevices", serialNumbers)]) };

    // The device's name is free, so it tells only where AWS does not say whose the device is.
    private static bool BelongsToRoot(VirtualMfaDevice device, string accountId) =>
        device.UserArn is null && device.UserId is null
            ? device.SerialNumber.EndsWith(":mfa/root-account-mfa-device", StringComparison.Ordinal)
            : device.UserArn?.EndsWith(":root", StringComparison.Ordinal) == true || device.UserId == accountId;
}
