namespace CisPosture.Sandbox.State.Ec2;

/// <summary>A security group. Each rule has one peer; answers gather rules of like protocol and ports.</summary>
public sealed class SecurityGroup
{
    /// <summary>The name.</summary>
    public required string GroupName { get; init; }

    /// <summary>The id; made from the VPC and the name where none is given.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>The VPC.</summary>
    public string VpcId { get; set; } = "";

    /// <summary>The owning account.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>What may come in.</summary>
    public List<SecurityGroupRule> Ingress { get; init; } = [];

    /// <summary>What may go out.</summary>
    public List<SecurityGroupRule> Egress { get; init; } = [];

    internal void SettleId(Vpc vpc)
    {
        if (GroupId.Length == 0) GroupId = UniqueId.Hex("sg", $"{vpc.VpcId}/{GroupName}");
        if (OwnerId.Length == 0) OwnerId = vpc.OwnerId;
        VpcId = vpc.VpcId;
    }

    internal void SettleRules(IReadOnlyList<SecurityGroup> groups, IReadOnlyList<PrefixList> prefixLists)
    {
        foreach (var rule in Ingress) rule.Settle(GroupId, isEgress: false, groups, prefixLists);
        foreach (var rule in Egress) rule.Settle(GroupId, isEgress: true, groups, prefixLists);
    }
}
