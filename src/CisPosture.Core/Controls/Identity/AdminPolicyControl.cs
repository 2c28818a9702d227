using CisPosture.Accounts;
using CisPosture.Policies;

namespace CisPosture.Controls.Identity;

/// <summary>1.22: no customer-managed policy allows every action on every resource, attached or not.</summary>
internal sealed class AdminPolicyControl : IdentityControl
{
    private const string NotActionNote = "A statement allows every action but a few on every resource; set IncludeNotAction to fail such policies.";

    public AdminPolicyControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.CustomerPolicies];

    public override string SummarizePassed(int count) =>
        $"{Counted(count, "customer-managed policy does", "customer-managed policies do")} not allow everything.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        if (!evidence.CustomerPolicies.TryGet(out var policies, out var gap))
        {
            return [Unknown(account, gap)];
        }

        var judged = policies.Where(policy => !IsOnlyBoundary(policy) && !IsManagedByAws(policy)).ToList();
        return judged.Count == 0
            ? [NothingToJudge(account, "The account has no customer-managed policy, or only permissions boundaries.")]
            : judged.Select(policy => JudgePolicy(policy, new JudgedResource(Definition.ResourceType, policy.Arn, evidence.HomeRegion), settings));
    }

    private static Verdict JudgePolicy(CustomerPolicy policy, JudgedResource resource, ControlSettings settings)
    {
        var verdict = PolicyDocument.TryParse(policy.DefaultDocument, out var document, out var problem)
            ? JudgeStatements(policy, document.Statements, resource, settings.IsOn("IncludeNotAction"))
            : Warning(resource, $"Version {policy.DefaultVersionId} cannot be read. {problem}", ReasonCode.PolicyUnparsable);
        return verdict with
        {
            Facts = Facts(
            [
                ("PolicyName", policy.PolicyName),
                ("DefaultVersionId", policy.DefaultVersionId),
                ("AttachmentCount", policy.AttachmentCount),
                .. verdict.Facts.Select(fact => (fact.Key, fact.Value)),
            ]),
        };
    }

    private static Verdict JudgeStatements(CustomerPolicy policy, IReadOnlyList<PolicyStatement> statements, JudgedResource resource, bool includesNotAction)
    {
        var granting = statements.Where(statement => statement.AllowsEverything || (includesNotAction && statement.AllowsAllActionsButSome)).ToList();
        if (granting.Count == 0)
        {
            return Passed(resource, $"Version {policy.DefaultVersionId} has no statement that allows everything on everything.") with
            {
                Notes = statements.Any(statement => statement.AllowsAllActionsButSome) ? [NotActionNote] : [],
            };
        }

        var reason = $"Version {policy.DefaultVersionId} allows {What(granting)} on every resource; it is attached {Attachments(policy.AttachmentCount)}.";
        return Failed(resource, reason) with
        {
            Facts = Facts(("GrantingStatements", granting.Select(statement => Label(statement, statements)).ToArray())),
            Notes = [.. Notes(policy, granting)],
        };
    }

    private static IEnumerable<string> Notes(CustomerPolicy policy, List<PolicyStatement> granting)
    {
        if (granting.TrueForAll(statement => statement.Conditions.Count > 0))
        {
            yield return "It does so only under a condition, which does not change the verdict.";
        }

        if (policy.AttachmentCount > 0)
        {
            yield return "Groups and roles may hold it as well as users; it has to go from all of them.";
        }
    }

    private static string What(List<PolicyStatement> granting) =>
        granting.Exists(statement => statement.AllowsEverything) ? "every action" : "every action but a few";

    private static string Attachments(int count) => count == 0 ? "to nobody" : Counted(count, "time", "times");

    private static string Label(PolicyStatement statement, IReadOnlyList<PolicyStatement> statements) =>
        string.IsNullOrEmpty(statement.Sid) ? $"#{statements.TakeWhile(each => !ReferenceEquals(each, statement)).Count() + 1}" : statement.Sid!;

    private static bool IsOnlyBoundary(CustomerPolicy policy) => policy is { AttachmentCount: 0, PermissionsBoundaryUsageCount: > 0 };

    private static bool IsManagedByAws(CustomerPolicy policy) => policy.Arn.Contains(":iam::aws:");
}
