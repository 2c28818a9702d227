using CisPosture.Accounts;

namespace CisPosture.Controls.Networking;

/// <summary>One permission of a security group for one range of addresses, which the group names itself or through a prefix list.</summary>
internal sealed record IngressRule(Traffic Traffic, CidrBlock Source, string? PrefixListId)
{
    public static IEnumerable<IngressRule> Of(SecurityGroupPermission permission, IReadOnlyDictionary<string, Evidence<IReadOnlyList<string>>> prefixLists)
    {
        var traffic = new Traffic(permission);
        var named = permission.Ipv4Ranges.Concat(permission.Ipv6Ranges).Select(range => (Range: range, ListId: (string?)null));
        var listed = permission.PrefixListIds.SelectMany(
            id => prefixLists.TryGetValue(id, out var entries) && entries.TryGet(out var ranges, out _) ? ranges : [],
            (id, range) => (Range: range, ListId: (string?)id));
        foreach (var (range, listId) in named.Concat(listed))
        {
            if (CidrBlock.TryParse(range) is { } source)
            {
                yield return new IngressRule(traffic, source, listId);
            }
        }
    }

    public override string ToString() =>
        PrefixListId is null ? $"{Traffic} from {Source.Text}" : $"{Traffic} from {Source.Text} in prefix list {PrefixListId}";
}
