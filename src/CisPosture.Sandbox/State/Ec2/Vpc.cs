namespace CisPosture.Sandbox.State.Ec2;

/// <summary>A VPC with what is in it.</summary>
public sealed class Vpc
{
    private const string DefaultGroup = "default";

    /// <summary>What the account file calls it, which is its first name tag.</summary>
    public required string Name { get; init; }

    /// <summary>The id; made from the Region and the name where none is given.</summary>
    public string VpcId { get; set; } = "";

    /// <summary>The owning account; another one's where the VPC is shared with this account.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>The primary address range.</summary>
    public string CidrBlock { get; init; } = "10.0.0.0/16";

    /// <summary>Whether it is the Region's default VPC.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Tags, the name among them.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Security groups.</summary>
    public List<SecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>Network interfaces.</summary>
    public List<NetworkInterface> NetworkInterfaces { get; init; } = [];

    /// <summary>Flow logs of the VPC, its subnets and its interfaces.</summary>
    public List<FlowLog> FlowLogs { get; init; } = [];

    internal void Settle(string accountId, string region, IReadOnlyList<PrefixList> prefixLists)
    {
        if (VpcId.Length == 0) VpcId = UniqueId.Hex("vpc", $"{region}/{Name}");
        if (OwnerId.Length == 0) OwnerId = accountId;
        Tags.TryAdd("Name", Name);
        if (OwnerId == accountId && SecurityGroups.TrueForAll(group => group.GroupName != DefaultGroup)) SecurityGroups.Insert(0, UntouchedDefaultGroup());
        foreach (var group in SecurityGroups) group.SettleId(this);
        foreach (var group in SecurityGroups) group.SettleRules(SecurityGroups, prefixLists);
        foreach (var networkInterface in NetworkInterfaces) networkInterface.Settle(this);
        foreach (var (index, log) in FlowLogs.Index()) log.Settle(this, region, index);
    }

    /// <summary>What AWS puts into a new VPC: members may talk to each other, and to everybody.</summary>
    private static SecurityGroup UntouchedDefaultGroup() => new()
    {
        GroupName = DefaultGroup,
        Description = "default VPC security group",
        Ingress = [new SecurityGroupRule { Protocol = "-1", Peer = $"group:{DefaultGroup}" }],
        Egress = [new SecurityGroupRule { Protocol = "-1", Peer = "0.0.0.0/0" }],
    };
}
