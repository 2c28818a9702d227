using CisPosture.Accounts;
using CisPosture.Policies;

namespace CisPosture.Controls.Identity;

/// <summary>1.20: somebody can use the AWSSupportAccess policy: a user, a group with members, or a role that somebody may assume.</summary>
internal sealed class SupportRoleControl : IdentityControl
{
    public SupportRoleControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.SupportAccess];

    public override string SummarizePassed(int count) => "The AWSSupportAccess policy is in use.";

    protected override IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        if (!evidence.SupportAccess.TryGet(out var access, out var gap))
        {
            return [Unknown(account, gap)];
        }

        if (!access.PolicyExists)
        {
            var absent = NotAvailable(account, $"The partition {evidence.Partition} has no AWSSupportAccess policy.", ReasonCode.NotApplicable);
            return [absent with { Facts = Facts(("PolicyArn", access.PolicyArn)) }];
        }

        var verdict = JudgeAccess(account, access, settings.IsOn("RequireRole"));
        return [verdict with { Facts = Facts([.. HolderFacts(access), .. verdict.Facts.Select(fact => (fact.Key, fact.Value))]) }];
    }

    private static Verdict JudgeAccess(JudgedResource account, SupportAccess access, bool requiresRole)
    {
        var roles = access.Roles.Select(role => (role.RoleName, Trust: RoleTrust.Of(role))).ToList();
        var usable = roles.Where(role => role.Trust.IsTrusted).Select(role => role.RoleName).ToList();
        if (usable.Count > 0)
        {
            var holders = Counted(usable.Count, "role that can be assumed holds", "roles that can be assumed hold");
            return Passed(account, $"{holders} AWSSupportAccess: {string.Join(", ", usable)}.");
        }

        var groups = requiresRole ? [] : access.Groups;
        if (!requiresRole && (access.Users.Count > 0 || groups.Any(group => group.MemberCount is { IsKnown: true, Value: > 0 })))
        {
            return Passed(account, "Users or groups, but no role, hold AWSSupportAccess.") with
            {
                Notes = ["The benchmark asks for a role; set RequireRole to accept nothing else."],
            };
        }

        return WithoutHolder(account, roles.ConvertAll(role => role.Trust), groups, requiresRole);
    }

    private static Verdict WithoutHolder(JudgedResource account, List<RoleTrust> trusts, IReadOnlyList<SupportGroup> groups, bool requiresRole)
    {
        var gap = trusts.Select(trust => trust.Gap).Concat(groups.Select(group => group.MemberCount.Gap)).FirstOrDefault(each => each is not null);
        if (gap is not null)
        {
            return Unknown(account, gap);
        }

        if (trusts.Find(trust => trust.Problem is not null)?.Problem is { } problem)
        {
            return Warning(account, $"A role's trust policy cannot be read. {problem}", ReasonCode.PolicyUnparsable);
        }

        var verdict = Failed(account, requiresRole
            ? "No role that can be assumed holds AWSSupportAccess."
            : "Nobody can use AWSSupportAccess: no user, no group with members, no role that can be assumed.");
        return trusts.Exists(trust => trust.NamesDeleted)
            ? verdict with { Notes = ["A role trusts users or roles that were deleted since, and they can no longer assume it."] }
            : verdict;
    }

    private static IEnumerable<(string Name, object? Value)> HolderFacts(SupportAccess access) =>
    [
        ("PolicyArn", access.PolicyArn),
        ("Users", access.Users.ToArray()),
        ("Groups", access.Groups.Select(group => $"{group.GroupName} ({Members(group)})").ToArray()),
        ("Roles", access.Roles.Select(role => role.RoleName).ToArray()),
    ];

    private static string Members(SupportGroup group) => group.MemberCount.IsKnown ? Counted(group.MemberCount.Value, "user", "users") : "members unknown";

    /// <summary>What a role's trust policy says of who may assume it.</summary>
    private sealed record RoleTrust(bool IsTrusted, bool NamesDeleted, EvidenceGap? Gap, string? Problem)
    {
        public static RoleTrust Of(SupportRole role)
        {
            if (!role.TrustPolicy.TryGet(out var text, out var gap))
            {
                return new RoleTrust(IsTrusted: false, NamesDeleted: false, gap, Problem: null);
            }

            return PolicyDocument.TryParse(text, out var policy, out var problem)
                ? new RoleTrust(
                    policy.Statements.Any(statement => statement.TrustsSomebody),
                    policy.Statements.SelectMany(statement => statement.Principals ?? []).Any(principal => principal.IsDeleted),
                    Gap: null,
                    Problem: null)
                : new RoleTrust(IsTrusted: false, NamesDeleted: false, Gap: null, problem);
        }
    }
}
