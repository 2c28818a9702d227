namespace CisPosture.Accounts;

/// <summary>What a security group lets through: a protocol, ports and the other sides.</summary>
public sealed record SecurityGroupPermission
{
    /// <summary>"-1" for all, a name such as "tcp", or a protocol number.</summary>
    public required string IpProtocol { get; init; }

    /// <summary>The first port, or the ICMP type; null or -1 for all.</summary>
    public int? FromPort { get; init; }

    /// <summary>The last port, or the ICMP code; null or -1 for all.</summary>
    public int? ToPort { get; init; }

    /// <summary>IPv4 CIDRs.</summary>
    public IReadOnlyList<string> Ipv4Ranges { get; init; } = [];

    /// <summary>IPv6 CIDRs.</summary>
    public IReadOnlyList<string> Ipv6Ranges { get; init; } = [];

    /// <summary>Managed prefix lists.</summary>
    public IReadOnlyList<string> PrefixListIds { get; init; } = [];

    /// <summary>Other security groups.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];
}
