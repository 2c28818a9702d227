using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls.Networking;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A rule that lets the world reach ports which have to be closed.</summary>
/// <param name="Key">The rule.</param>
/// <param name="Reading">What it is now.</param>
/// <param name="Ports">The ports to close.</param>
/// <param name="Ranges">The ranges of the prefix list that the rule names; null where it names a range itself.</param>
internal sealed record OpenRule(SecurityGroupRuleKey Key, SettingReading Reading, IReadOnlyList<int> Ports, IReadOnlyList<string>? Ranges)
{
    /// <summary>True where it opens more than the ports to close.</summary>
    public bool IsWide
    {
        get
        {
            var (first, last) = RuleRemainder.TcpPorts(Key);
            return Key.Protocol == SecurityGroupRuleKey.AllTraffic || Enumerable.Range(first, last - first + 1).Except(Ports).Any();
        }
    }

    public bool IsIPv6 => Ranges is null ? Key.IsIPv6 : Ranges.Any(range => range.IndexOf(':') >= 0);

    /// <summary>The rules of a group that are open to the world on a port.</summary>
    /// <param name="group">The group.</param>
    /// <param name="port">The port.</param>
    /// <param name="ignoresIPv6">Whether only IPv4 counts as the world.</param>
    public static IEnumerable<SecurityGroupRuleKey> Find(LiveSecurityGroup group, int port, bool ignoresIPv6) =>
        group.Rules.Keys.Where(key => !key.IsEgress && new Traffic(key.Permission).CarriesTcp(port)
            && RangesOf(group, key).Any(range => CidrBlock.TryParse(range) is { IsEverything: true } block && !(ignoresIPv6 && block.IsIPv6)));

    /// <summary>Prefix lists that could not be read, of rules for a port.</summary>
    public static IEnumerable<EvidenceGap> Unread(LiveSecurityGroup group, int port) =>
        group.Rules.Keys
            .Where(key => key is { IsEgress: false, IsPrefixList: true } && new Traffic(key.Permission).CarriesTcp(port))
            .Select(key => group.PrefixLists.TryGetValue(key.Peer, out var list) ? list.Gap : Evidence<IReadOnlyList<string>>.NotCollected.Gap)
            .OfType<EvidenceGap>();

    public static IReadOnlyList<string> RangesOf(LiveSecurityGroup group, SecurityGroupRuleKey key)
    {
        if (!key.IsPrefixList)
        {
            return [key.Peer];
        }

        return group.PrefixLists.TryGetValue(key.Peer, out var list) && list.TryGet(out var ranges, out _) ? ranges : [];
    }
}
