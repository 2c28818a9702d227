using System.Net.Sockets;
using System.Text.RegularExpressions;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>Reads rules in either form in which requests give them, each with one peer, with what EC2 checks of them.</summary>
internal static partial class IpPermissions
{
    private const int LastPort = 65_535;
    private const int LastIcmpValue = 255;

    private static readonly Dictionary<string, string> ProtocolNames = new(StringComparer.Ordinal) { ["6"] = "tcp", ["17"] = "udp", ["1"] = "icmp", ["58"] = "icmpv6", ["all"] = "-1" };

    /// <summary>The rules that the permissions of a request come to.</summary>
    public static IReadOnlyList<SecurityGroupRule> Read(ApiCall call, SecurityGroup group)
    {
        var permissions = call.Input.Structures("IpPermissions");
        if (permissions.Count == 0) throw new ApiException("MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
        var rules = permissions.SelectMany(permission => Rules(call, group, permission)).ToArray();
        if (rules.Where((rule, index) => rules.Take(index).Any(rule.IsAlike)).Any()) throw Invalid("The same permission must not appear multiple times");
        return rules;
    }

    /// <summary>The rule that ModifySecurityGroupRules puts in the place of another, which has its id, its tags and its kind of peer.</summary>
    public static SecurityGroupRule ReadUpdate(ApiCall call, SecurityGroup group, ApiInput input, SecurityGroupRule old)
    {
        var peers = new[] { Ipv4(input, "CidrIpv4"), Ipv6(input, "CidrIpv6"), PrefixList(call, input), Group(call, group, input, "ReferencedGroupId") }.OfType<string>().ToArray();
        if (peers.Length != 1) throw new ApiException("InvalidParameterCombination", "You must specify exactly one of CidrIpv4, CidrIpv6, PrefixListId and ReferencedGroupId.");
        var rule = Rule(input, peers[0], input.Text("Description"), old);
        var isSameKind = (rule.IsIpv4, rule.IsIpv6, rule.IsGroup, rule.IsPrefixList) == (old.IsIpv4, old.IsIpv6, old.IsGroup, old.IsPrefixList);
        return isSameKind ? rule : throw Invalid("You cannot change the type of a rule.");
    }

    private static IReadOnlyList<SecurityGroupRule> Rules(ApiCall call, SecurityGroup group, ApiInput permission)
    {
        var peers = permission.Structures("IpRanges").Select(range => (Peer: Ipv4(range, "CidrIp"), Range: range))
            .Concat(permission.Structures("Ipv6Ranges").Select(range => (Peer: Ipv6(range, "CidrIpv6"), Range: range)))
            .Concat(permission.Structures("PrefixListIds").Select(list => (Peer: PrefixList(call, list), Range: list)))
            .Concat(permission.Structures("Groups").Select(pair => (Peer: Group(call, group, pair, "GroupId"), Range: pair)))
            .ToArray();
        if (peers.Length == 0) throw Invalid("Invalid value for ipPermission: a permission must have at least one source or destination.");
        return [.. peers.Select(peer => Rule(permission, peer.Peer ?? throw Invalid("Invalid value for ipPermission: a source or destination is empty."), peer.Range.Text("Description")))];
    }

    private static SecurityGroupRule Rule(ApiInput input, string peer, string? description, SecurityGroupRule? old = null)
    {
        var protocol = Protocol(input);
        var (from, to) = Ports(input, protocol);
        if (description is not null && !Remark().IsMatch(description)) throw Invalid("Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
        return new SecurityGroupRule
        {
            RuleId = old?.RuleId ?? "",
            Protocol = protocol,
            FromPort = from,
            ToPort = to,
            Peer = peer,
            Description = string.IsNullOrEmpty(description) ? null : description,
            Tags = old?.Tags ?? [],
        };
    }

    private static string Protocol(ApiInput input)
    {
        var text = input.Required("IpProtocol").ToLowerInvariant();
        var protocol = ProtocolNames.GetValueOrDefault(text, text);
        var isKnown = protocol is "tcp" or "udp" or "icmp" or "icmpv6" or "-1" || byte.TryParse(protocol, out _);
        return isKnown ? protocol : throw Invalid($"Invalid value '{text}' for IP protocol. Unknown protocol.");
    }

    /// <summary>Only these protocols have ports, or types and codes; with others none are kept.</summary>
    private static (int? From, int? To) Ports(ApiInput input, string protocol)
    {
        var (from, to) = (input.Integer("FromPort", int.MinValue, int.MaxValue), input.Integer("ToPort", int.MinValue, int.MaxValue));
        return protocol switch
        {
            "tcp" or "udp" => PortRange(protocol, from, to),
            "icmp" or "icmpv6" => TypeAndCode(protocol, from ?? -1, to ?? -1),
            _ => (null, null),
        };
    }

    private static (int? From, int? To) PortRange(string protocol, int? from, int? to)
    {
        if (from is null || to is null) throw Invalid("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
        if ((from, to) is (-1, -1)) return (0, LastPort);
        var isRange = from >= 0 && to <= LastPort && from <= to;
        return isRange ? (from, to) : throw Invalid($"Invalid {protocol.ToUpperInvariant()} port range ({from}:{to})");
    }

    private static (int? From, int? To) TypeAndCode(string protocol, int type, int code) =>
        type is >= -1 and <= LastIcmpValue && code is >= -1 and <= LastIcmpValue ? (type, code) : throw Invalid($"{protocol.ToUpperInvariant()} type or code ({type}:{code}) out of range");

    private static string? Ipv4(ApiInput input, string member) => input.Text(member) is { } text ? CidrBlock.Canonical(text, AddressFamily.InterNetwork) : null;

    private static string? Ipv6(ApiInput input, string member) => input.Text(member) is { } text ? CidrBlock.Canonical(text, AddressFamily.InterNetworkV6) : null;

    private static string? PrefixList(ApiCall call, ApiInput input)
    {
        if (input.Text("PrefixListId") is not { } id) return null;
        return call.RegionState.Ec2.PrefixLists.Exists(list => list.PrefixListId == id) ? id : throw PrefixListOperations.NoSuchList(id);
    }

    /// <summary>Peering is not played: a rule names groups of its own VPC, or of other accounts, which nobody here can check.</summary>
    private static string? Group(ApiCall call, SecurityGroup group, ApiInput input, string member)
    {
        if (input.Text(member) is not { } id) return null;
        if (input.Text("UserId") is { } owner && owner != group.OwnerId) return id;
        return SecurityGroupLookup.ById(call, id).VpcId == group.VpcId
            ? id
            : throw new ApiException("InvalidGroup.NotFound", $"You have specified two resources that belong to different networks: '{group.GroupId}' and '{id}'.");
    }

    private static ApiException Invalid(string message) => new("InvalidParameterValue", message);

    [GeneratedRegex(@"^[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{0,255}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remark();
}
