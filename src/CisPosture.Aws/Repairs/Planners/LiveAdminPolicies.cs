using CisPosture.Accounts;
using CisPosture.Policies;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Who holds what in an account, as it is or as steps would leave it.</summary>
internal sealed record LiveAdminPolicies
{
    public required IReadOnlyList<LiveIdentity> Identities { get; init; }

    /// <summary>The managed policies that there are, by ARN.</summary>
    public required IReadOnlyDictionary<string, LiveManagedPolicy> Policies { get; init; }

    /// <summary>The policy that holders are to get instead; null where none is named.</summary>
    public Evidence<LiveManagedPolicy>? Replacement { get; init; }

    /// <summary>Who holds a policy.</summary>
    public IEnumerable<LiveIdentity> HoldersOf(string policyArn) => Identities.Where(identity => identity.Attached.Contains(policyArn, StringComparer.Ordinal));

    /// <summary>Whom a policy bounds.</summary>
    public IEnumerable<LiveIdentity> BoundBy(string policyArn) => Identities.Where(identity => identity.Boundary == policyArn);

    /// <summary>The members of a group.</summary>
    public IEnumerable<LiveIdentity> MembersOf(LiveIdentity group) => Identities.Where(identity => identity.IsIn(group));

    /// <summary>The users and roles that policies of holders reach: themselves, and the members of groups.</summary>
    public IReadOnlyList<LiveIdentity> Reached(IReadOnlyCollection<LiveIdentity> holders) =>
        [.. Identities.Where(identity => identity.Kind != Settings.IamHolder.Group && holders.Any(holder => holder.Arn == identity.Arn || identity.IsIn(holder)))];

    /// <summary>What a policy says; null where it cannot be read.</summary>
    public PolicyDocument? Meaning(string policyArn) => Policies.TryGetValue(policyArn, out var policy) ? policy.Meaning
        : Replacement?.TryGet(out var replacement, out _) == true && replacement.Arn == policyArn ? replacement.Meaning
        : null;

    /// <summary>What holders would hold after one policy was taken from them and another was given, as far as it is one.</summary>
    public LiveAdminPolicies After(IReadOnlyCollection<LiveIdentity> holders, string? taken, string? given)
    {
        var arns = new HashSet<string>(holders.Select(holder => holder.Arn), StringComparer.Ordinal);
        return this with
        {
            Identities =
            [
                .. Identities.Select(identity => !arns.Contains(identity.Arn) ? identity : identity with
                {
                    Attached = [.. identity.Attached.Where(arn => arn != taken && arn != given), .. given is null ? Array.Empty<string>() : [given]],
                }),
            ],
        };
    }

    /// <summary>What the account would be after a policy got another document.</summary>
    public LiveAdminPolicies After(LiveManagedPolicy policy) => this with
    {
        Policies = Policies.Values.Where(other => other.Arn != policy.Arn).Append(policy).ToDictionary(each => each.Arn, StringComparer.Ordinal),
    };
}
