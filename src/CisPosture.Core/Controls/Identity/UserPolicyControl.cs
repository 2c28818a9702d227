using CisPosture.Accounts;
using CisPosture.Policies;

namespace CisPosture.Controls.Identity;

/// <summary>1.16: users hold no policy directly, neither attached nor inline. A permissions boundary grants nothing and does not count.</summary>
internal sealed class UserPolicyControl : IdentityControl
{
    private const string SesPolicyName = "AmazonSesSendingAccess";
    private const string SesAction = "ses:SendRawEmail";

    public UserPolicyControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.UserPolicies];

    public override string SummarizePassed(int count) => $"{Counted(count, "user holds", "users hold")} no policy directly.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        if (!evidence.UserPolicies.TryGet(out var users, out var gap))
        {
            return [Unknown(account, gap)];
        }

        return users.Count == 0
            ? [NothingToJudge(account, "The account has no IAM users.")]
            : users.Select(user => JudgeUser(user, new JudgedResource(Definition.ResourceType, user.Arn, evidence.HomeRegion), settings));
    }

    private static Verdict JudgeUser(UserPolicies user, JudgedResource resource, ControlSettings settings)
    {
        var verdict = (user.AttachedPolicies.Count, user.InlinePolicies.Count) switch
        {
            (0, 0) => Passed(resource, "The user holds no policy directly."),
            _ when !settings.IsOn("NoSesExemption") && IsSesSender(user) => Passed(resource, "The user holds only the sending policy of Amazon SES.") with
            {
                Notes = ["Amazon SES writes this policy into its SMTP users, and Security Hub exempts it."],
            },
            var (attached, inline) => Failed(
                resource,
                $"The user holds {Counted(attached, "attached policy", "attached policies")} "
                + $"and {Counted(inline, "inline policy", "inline policies")} directly."),
        };
        return verdict with
        {
            Facts = Facts(
                ("UserName", user.UserName),
                ("AttachedPolicies", user.AttachedPolicies.Select(policy => policy.PolicyArn).ToArray()),
                ("InlinePolicies", user.InlinePolicies.Select(policy => policy.PolicyName).ToArray())),
        };
    }

    private static bool IsSesSender(UserPolicies user) =>
        user.AttachedPolicies.Count == 0
        && user.InlinePolicies is [{ PolicyName: SesPolicyName } policy]
        && PolicyDocument.TryParse(policy.Document, out var document, out _)
        && document.Statements is [{ Effect: PolicyEffect.Allow, Actions: [var action] }]
        && string.Equals(action, SesAction, StringComparison.OrdinalIgnoreCase);
}
