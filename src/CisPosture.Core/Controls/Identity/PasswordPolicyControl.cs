using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>1.5 to 1.11: the account's password policy meets one requirement. AWS's built-in default policy meets none.</summary>
internal sealed class PasswordPolicyControl : IdentityControl
{
    private readonly PasswordRequirement _requirement;

    public PasswordPolicyControl(CisControl definition, PasswordRequirement requirement)
        : base(definition) => _requirement = requirement;

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.PasswordPolicy];

    public override string SummarizePassed(int count) => $"{Counted(count, "password policy meets", "password policies meet")} the requirement.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        return [evidence.PasswordPolicy.TryGet(out var policy, out var gap) ? JudgePolicy(account, policy, settings) : Unknown(account, gap)];
    }

    private Verdict JudgePolicy(JudgedResource account, PasswordPolicy policy, ControlSettings settings)
    {
        if (!policy.IsSet)
        {
            return Failed(account, "The account has no password policy of its own.") with { Facts = Facts(("PolicyIsSet", false)) };
        }

        var sentence = _requirement.Describe(policy, settings);
        var verdict = _requirement.IsMet(policy, settings) ? Passed(account, sentence) : Failed(account, sentence);
        return verdict with { Facts = Facts([("PolicyIsSet", true), .. _requirement.Facts(policy)]) };
    }
}
