using CisPosture.Accounts;

namespace CisPosture.Controls.Networking;

/// <summary>Who may reach one port through a security group, as far as it concerns everybody.</summary>
internal sealed record PortReach
{
    /// <summary>The rules that let every address in.</summary>
    public required IReadOnlyList<IngressRule> OpenRules { get; init; }

    /// <summary>The rules that let half of all addresses in.</summary>
    public required IReadOnlyList<IngressRule> HalfRules { get; init; }

    /// <summary>By id: why prefix lists of rules for the port could not be read.</summary>
    public required IReadOnlyDictionary<string, EvidenceGap> UnreadLists { get; init; }

    public static PortReach Of(
        IEnumerable<SecurityGroupPermission> permissions, IReadOnlyDictionary<string, Evidence<IReadOnlyList<string>>> prefixLists, bool ignoresIPv6)
    {
        var relevant = permissions.ToList();
        var rules = relevant.SelectMany(permission => IngressRule.Of(permission, prefixLists)).Where(rule => !(ignoresIPv6 && rule.Source.IsIPv6)).ToList();
        return new PortReach
        {
            OpenRules = [.. rules.Where(rule => rule.Source.IsEverything)],
            HalfRules = [.. rules.Where(rule => rule.Source.IsHalf)],
            UnreadLists = relevant
                .SelectMany(permission => permission.PrefixListIds)
                .Distinct(StringComparer.Ordinal)
                .Select(id => (Id: id, Gap: GapOf(id, prefixLists)))
                .Where(list => list.Gap is not null)
                .ToDictionary(list => list.Id, list => list.Gap!, StringComparer.Ordinal),
        };
    }

    private static EvidenceGap? GapOf(string listId, IReadOnlyDictionary<string, Evidence<IReadOnlyList<string>>> prefixLists) =>
        (prefixLists.TryGetValue(listId, out var entries) ? entries : Evidence<IReadOnlyList<string>>.NotCollected).Gap;
}
