using CisPosture.Aws.Repairs.Settings;
using CisPosture.Policies;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// Who can administer an account for certain: who is allowed everything without a condition, is not kept from giving rights by a denial or a
/// boundary, and can be reached by a person. In doubt nobody: what service control policies forbid cannot be seen from within the account.
/// </summary>
internal sealed class Administrators(RepairPlace place, LiveAdminPolicies live)
{
    private const string RootSuffix = ":root";

    private static readonly string[] Giving = ["iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:AttachRolePolicy"];

    /// <summary>Whether the caller is the root user, who can always administer.</summary>
    public bool IsCallerRoot => place.CallerArn.EndsWith(RootSuffix, StringComparison.Ordinal);

    /// <summary>The caller; null where it is the root user or nobody of the account.</summary>
    public LiveIdentity? Caller => live.Identities.FirstOrDefault(IsCaller);

    /// <summary>All of them.</summary>
    public IReadOnlyList<LiveIdentity> All => [.. live.Identities.Where(identity => IsOne(identity) && (IsCaller(identity) || IsReachable(identity)))];

    /// <summary>Whether the caller is one.</summary>
    public bool IsCallerOne => IsCallerRoot || (Caller is { } caller && IsOne(caller));

    /// <summary>Whether a user or role signs this very run.</summary>
    public bool IsCaller(LiveIdentity identity) => identity.Kind switch
    {
        IamHolder.User => identity.Arn == place.CallerArn,
        IamHolder.Role => place.CallerArn.StartsWith($"arn:{place.Partition}:sts::{place.AccountId}:assumed-role/{identity.Name}/", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>What makes somebody an administrator, to be read again: a policy that is attached, and the group that holds it. Empty for inline policies.</summary>
    public IReadOnlyList<RepairPremise> WhyOne(LiveIdentity administrator)
    {
        var otherwise = $"Nothing is taken any more: {administrator.Label}, who was to stay administrator, may not be one by now";
        return live.Identities.Where(administrator.IsIn).Prepend(administrator)
            .SelectMany(holder => holder.Attached.Where(arn => live.Meaning(arn) is { } meaning && AllowsAdministration([meaning])).Select(arn => (Holder: holder, Policy: arn)))
            .Select(right => new[]
            {
                new RepairPremise(AttachedPolicySetting.Target(place, right.Holder.Kind, right.Holder.Arn, right.Policy), RepairState.Empty, otherwise),
                right.Holder == administrator ? null : new RepairPremise(GroupMemberSetting.Target(place, administrator.Arn, right.Holder.Name), RepairState.Empty, otherwise),
            })
            .FirstOrDefault()?.OfType<RepairPremise>().ToList() ?? [];
    }

    private bool IsOne(LiveIdentity identity)
    {
        if (identity.Kind == IamHolder.Group)
        {
            return false;
        }

        var holders = live.Identities.Where(identity.IsIn).Append(identity).ToList();
        var documents = holders.SelectMany(holder => holder.Inline.Concat(holder.Attached.Select(live.Meaning))).ToList();
        return AllowsAdministration(documents) && (identity.Boundary is null || AllowsAdministration([live.Meaning(identity.Boundary)]));
    }

    // What cannot be read may deny.
    private static bool AllowsAdministration(List<PolicyDocument?> documents) =>
        documents.TrueForAll(document => document is not null && !document.Statements.Any(statement => Array.Exists(Giving, statement.MayDeny)))
        && documents.Exists(document => document!.Statements.Any(statement => statement.AllowsEverything && statement.Conditions.Count == 0));

    private bool IsReachable(LiveIdentity identity) =>
        identity.Kind == IamHolder.User ? identity.CanSignIn : identity.Trust?.Statements.Any(LetsSomebodyIn) == true;

    private bool LetsSomebodyIn(PolicyStatement statement) =>
        statement.Effect == PolicyEffect.Allow && statement.Principals?.Any(principal => !principal.IsDeleted && IsSomebody(principal)) == true;

    // The account's own root stands for whoever is allowed to assume the role, which may be nobody.
    private bool IsSomebody(PolicyPrincipal principal)
    {
        if (principal.Type == "Federated")
        {
            return true;
        }

        return principal.Type == PolicyPrincipal.Aws
            && (live.Identities.Any(identity => identity.Arn == principal.Id && (identity.Kind == IamHolder.Role || identity.CanSignIn)) || IsOfOtherAccount(principal.Id));
    }

    private bool IsOfOtherAccount(string id) => id != "*" && !id.Contains($"::{place.AccountId}:") && id != place.AccountId;
}
