using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>What a rule of a security group lets through. No group has two rules of which all this is the same.</summary>
/// <param name="IsEgress">Whether it is about what goes out.</param>
/// <param name="Protocol">-1 for all, tcp, udp, icmp, icmpv6 or a number.</param>
/// <param name="FromPort">The first port, or the ICMP type; null where the protocol has none.</param>
/// <param name="ToPort">The last port, or the ICMP code; null where the protocol has none.</param>
/// <param name="Peer">A CIDR, a prefix list or a security group.</param>
/// <param name="PeerAccount">The account of a security group that is another's; null otherwise.</param>
internal sealed record SecurityGroupRuleKey(bool IsEgress, string Protocol, int? FromPort, int? ToPort, string Peer, string? PeerAccount = null)
{
    public const string AllTraffic = "-1";

    private const int None = -1;

    public bool IsPrefixList => Peer.StartsWith("pl-", StringComparison.Ordinal);

    public bool IsGroup => Peer.StartsWith("sg-", StringComparison.Ordinal);

    public bool IsIPv6 => Peer.IndexOf(':') >= 0;

    /// <summary>The rule in the words of controls.</summary>
    public SecurityGroupPermission Permission => new() { IpProtocol = Protocol, FromPort = FromPort, ToPort = ToPort };

    /// <summary>The rule in the words of EC2.</summary>
    public IpPermission ToIpPermission(string? description) => new()
    {
        IpProtocol = Protocol,
        FromPort = FromPort,
        ToPort = ToPort,
        Ipv4Ranges = IsPrefixList || IsGroup || IsIPv6 ? null : [new IpRange { CidrIp = Peer, Description = description }],
        Ipv6Ranges = IsIPv6 ? [new Ipv6Range { CidrIpv6 = Peer, Description = description }] : null,
        PrefixListIds = IsPrefixList ? [new PrefixListId { Id = Peer, Description = description }] : null,
        UserIdGroupPairs = IsGroup ? [new UserIdGroupPair { GroupId = Peer, UserId = PeerAccount, Description = description }] : null,
    };

    public static SecurityGroupRuleKey Of(SecurityGroupRule rule)
    {
        var protocol = (rule.IpProtocol ?? AllTraffic).ToLowerInvariant() switch
        {
            "6" => "tcp",
            "17" => "udp",
            "1" => "icmp",
            "58" => "icmpv6",
            var name => name,
        };
        var hasPorts = protocol is "tcp" or "udp" or "icmp" or "icmpv6";
        var group = rule.ReferencedGroupInfo;
        return new SecurityGroupRuleKey(
            rule.IsEgress == true,
            protocol,
            hasPorts ? rule.FromPort ?? None : null,
            hasPorts ? rule.ToPort ?? None : null,
            rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? group?.GroupId ?? string.Empty,
            group?.UserId == rule.GroupOwnerId ? null : group?.UserId);
    }

    public static SecurityGroupRuleKey Of(RepairState key) => new(
        key.Text("Direction") == "egress",
        key.Text("IpProtocol") ?? AllTraffic,
        key.Number(nameof(FromPort)),
        key.Number(nameof(ToPort)),
        key.Text(nameof(Peer)) ?? string.Empty,
        key.Text(nameof(PeerAccount)));

    public RepairState ToState() => RepairState.Of(
        ("Direction", IsEgress ? "egress" : "ingress"),
        ("IpProtocol", Protocol),
        (nameof(FromPort), FromPort),
        (nameof(ToPort), ToPort),
        (nameof(Peer), Peer),
        (nameof(PeerAccount), PeerAccount));

    public override string ToString() =>
        $"{(IsEgress ? "egress" : "ingress")} {new Controls.Networking.Traffic(Permission)} {(IsEgress ? "to" : "from")} {Peer}";
}
