namespace CisPosture.Sandbox.State.Ec2;

/// <summary>A network interface.</summary>
public sealed class NetworkInterface
{
    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The id; made from the VPC and the description where none is given.</summary>
    public string NetworkInterfaceId { get; set; } = "";

    /// <summary>Names of the security groups that guard it.</summary>
    public List<string> SecurityGroups { get; init; } = [];

    /// <summary>Its address.</summary>
    public string PrivateIpAddress { get; init; } = "10.0.0.10";

    /// <summary>interface, lambda, natGateway …</summary>
    public string InterfaceType { get; init; } = "interface";

    /// <summary>in-use or available.</summary>
    public string Status { get; init; } = "in-use";

    internal Vpc Vpc { get; private set; } = null!;

    internal IEnumerable<SecurityGroup> Groups => Vpc.SecurityGroups.Where(group => SecurityGroups.Contains(group.GroupName, StringComparer.Ordinal));

    internal void Settle(Vpc vpc)
    {
        Vpc = vpc;
        if (NetworkInterfaceId.Length == 0) NetworkInterfaceId = UniqueId.Hex("eni", $"{vpc.VpcId}/{Description}");
    }
}
