using CisPosture.Aws.Repairs.Settings;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The rules that together let through what a rule does, except TCP to some ports.</summary>
internal static class RuleRemainder
{
    private const int LastPort = 65535;
    private const int AnyMessage = -1;

    /// <summary>The rest of a rule.</summary>
    /// <param name="rule">A rule that carries TCP to all of the ports.</param>
    /// <param name="ports">The ports to leave out.</param>
    /// <param name="isIPv6">Whether the other side has IPv6 addresses, whose ICMP is a protocol of its own.</param>
    public static IReadOnlyList<SecurityGroupRuleKey> Of(SecurityGroupRuleKey rule, IEnumerable<int> ports, bool isIPv6)
    {
        var tcp = TcpWithout(rule, ports);
        return rule.Protocol == SecurityGroupRuleKey.AllTraffic
            ?
            [
                .. tcp,
                rule with { Protocol = "udp", FromPort = 0, ToPort = LastPort },
                rule with { Protocol = isIPv6 ? "icmpv6" : "icmp", FromPort = AnyMessage, ToPort = AnyMessage },
            ]
            : tcp;
    }

    /// <summary>The first and last port that a rule carries TCP to.</summary>
    public static (int First, int Last) TcpPorts(SecurityGroupRuleKey rule) =>
        (rule.FromPort is null or AnyMessage ? 0 : rule.FromPort.Value, rule.ToPort is null or AnyMessage ? LastPort : rule.ToPort.Value);

    private static List<SecurityGroupRuleKey> TcpWithout(SecurityGroupRuleKey rule, IEnumerable<int> ports)
    {
        var (next, last) = TcpPorts(rule);
        var pieces = new List<SecurityGroupRuleKey>();
        foreach (var port in ports.OrderBy(port => port))
        {
            Add(next, port - 1);
            next = port + 1;
        }

        Add(next, last);
        return pieces;

        void Add(int from, int to)
        {
            if (from <= to)
            {
                pieces.Add(rule with { Protocol = "tcp", FromPort = from, ToPort = to });
            }
        }
    }
}
