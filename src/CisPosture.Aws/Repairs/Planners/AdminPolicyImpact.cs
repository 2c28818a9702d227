using System.Globalization;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Policies;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>What it means to take a policy from its holders, in sentences.</summary>
internal sealed class AdminPolicyImpact(LiveAdminPolicies live, LiveManagedPolicy policy, LiveManagedPolicy? replacement)
{
    private const int MostNames = 10;

    /// <summary>Names in a sentence; no more than a reader takes in.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count > MostNames ? $"{string.Join(", ", all.Take(MostNames))} and {all.Count - MostNames} more" : string.Join(", ", all);
    }

    /// <summary>Who holds it, with what tells how much hangs on it.</summary>
    public string Holders(IEnumerable<LiveIdentity> holders) => Listed(holders.Select(holder => $"{holder.Label}{Use(holder)}"));

    /// <summary>What becomes of one holder.</summary>
    public string Loss(LiveIdentity holder) => $"{Capitalized(holder.Label)}{Use(holder)} loses {policy.Name} {Rest(holder)}.";

    private string Rest(LiveIdentity holder)
    {
        if (replacement is not null)
        {
            return holder.Attached.Contains(replacement.Arn, StringComparer.Ordinal) ? $"and keeps {replacement.Name}" : $"and gets {replacement.Name}";
        }

        var rest = holder.Attached.Where(arn => arn != policy.Arn).Select(IamName.Of).ToList();
        if (holder.Inline.Count > 0)
        {
            rest.Add(holder.Inline.Count == 1 ? "1 inline policy" : $"{holder.Inline.Count} inline policies");
        }

        return rest.Count == 0 ? "and is left with no other policy" : $"and keeps {Listed(rest)}";
    }

    private string Use(LiveIdentity holder) => holder.Kind switch
    {
        IamHolder.Group => Members(holder),
        IamHolder.Role => RoleUse(holder),
        _ => string.Empty,
    };

    private string Members(LiveIdentity group)
    {
        var members = live.MembersOf(group).Select(member => member.Name).ToList();
        return members.Count == 0 ? " (no members)" : $" ({(members.Count == 1 ? "member" : "members")} {Listed(members)})";
    }

    private static string RoleUse(LiveIdentity role)
    {
        var principals = role.Trust?.Statements.Where(statement => statement.Effect == PolicyEffect.Allow).SelectMany(statement => statement.Principals ?? []).Select(principal => principal.Id).Distinct(StringComparer.Ordinal).ToList();
        string?[] uses =
        [
            principals is null ? "whom it trusts cannot be read" : principals.Count == 0 ? "trusts nobody" : $"assumed by {Listed(principals)}",
            role.InstanceProfiles.Count == 0 ? null : $"in instance profile {Listed(role.InstanceProfiles)}",
            role.LastUsed is { } used ? string.Format(CultureInfo.InvariantCulture, "last used {0:yyyy-MM-dd HH:mm} UTC", used.UtcDateTime) : "no use known",
        ];
        return $" ({string.Join("; ", uses.OfType<string>())})";
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
