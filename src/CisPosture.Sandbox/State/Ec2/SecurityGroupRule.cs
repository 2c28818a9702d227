using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Ec2;

/// <summary>A rule of a security group with one peer.</summary>
public sealed class SecurityGroupRule
{
    private const string GroupReference = "group:";
    private const string ListReference = "prefix-list:";

    /// <summary>The id, which AWS gives and which is another one when a rule was revoked and is authorized again.</summary>
    [JsonIgnore]
    public string RuleId { get; set; } = "";

    /// <summary>tcp, udp, icmp, a number, or -1 for all.</summary>
    public required string Protocol { get; init; }

    /// <summary>The first port or the ICMP type; null with protocols that have none.</summary>
    public int? FromPort { get; init; }

    /// <summary>The last port or the ICMP code; null with protocols that have none.</summary>
    public int? ToPort { get; init; }

    /// <summary>An IPv4 or IPv6 CIDR, sg-…, pl-…, or in account files group:NAME or prefix-list:NAME.</summary>
    public required string Peer { get; set; }

    /// <summary>A remark.</summary>
    public string? Description { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    internal bool IsGroup => Peer.StartsWith("sg-", StringComparison.Ordinal);

    internal bool IsPrefixList => Peer.StartsWith("pl-", StringComparison.Ordinal);

    internal bool IsIpv6 => Peer.Contains(':', StringComparison.Ordinal);

    internal bool IsIpv4 => !IsGroup && !IsPrefixList && !IsIpv6;

    /// <summary>Whether it lets through what the other one does; two such rules cannot be in a group.</summary>
    internal bool IsAlike(SecurityGroupRule other) => (Protocol, FromPort, ToPort, Peer) == (other.Protocol, other.FromPort, other.ToPort, other.Peer);

    internal void Settle(string groupId, bool isEgress, IReadOnlyList<SecurityGroup> groups, IReadOnlyList<PrefixList> prefixLists)
    {
        Peer = Resolve(groups, prefixLists);
        if (RuleId.Length == 0) RuleId = UniqueId.Hex("sgr", $"{groupId}/{isEgress}/{Protocol}/{FromPort}/{ToPort}/{Peer}");
    }

    private string Resolve(IReadOnlyList<SecurityGroup> groups, IReadOnlyList<PrefixList> prefixLists)
    {
        if (Named(GroupReference) is { } group)
        {
            return groups.FirstOrDefault(candidate => candidate.GroupName == group)?.GroupId ?? throw new AccountFileException($"A rule names the group '{group}', which its VPC does not have.");
        }

        if (Named(ListReference) is { } list)
        {
            return prefixLists.FirstOrDefault(candidate => candidate.Name == list)?.PrefixListId ?? throw new AccountFileException($"A rule names the prefix list '{list}', which its Region does not have.");
        }

        return Peer;
    }

    private string? Named(string reference) => Peer.StartsWith(reference, StringComparison.Ordinal) ? Peer[reference.Length..] : null;
}
