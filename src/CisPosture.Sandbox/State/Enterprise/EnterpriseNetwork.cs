using System.Globalization;
using CisPosture.Sandbox.State.Ec2;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>VPCs and security groups of the enterprise in one Region.</summary>
internal sealed class EnterpriseNetwork(EnterpriseSize size, string region)
{
    private const int GroupsPerVpc = 40;

    private static readonly int[] HarmlessPorts = [80, 443, 5432, 6379, 8080, 8443];

    private readonly Chance _chance = new(size.Seed, $"network/{region}");

    public Ec2State Generate()
    {
        var vpcs = Math.Max(1, (size.Groups + GroupsPerVpc - 1) / GroupsPerVpc);
        return new Ec2State { Vpcs = Enumerable.Range(0, vpcs).Select(Vpc).ToList() };
    }

    private Vpc Vpc(int number) => new()
    {
        Name = Numbered("vpc", number),
        CidrBlock = $"10.{number % 256}.0.0/16",
        IsDefault = number == 0,
        SecurityGroups = [Default(), .. Enumerable.Range(0, Math.Clamp(size.Groups - (number * GroupsPerVpc), 0, GroupsPerVpc)).Select(Group)],
        FlowLogs = _chance.Percent(70) ? [new FlowLog { TrafficType = _chance.Percent(80) ? "REJECT" : "ALL", LogGroupName = "vpc-flow-logs" }] : [],
    };

    private SecurityGroup Default()
    {
        var isClosed = _chance.Percent(80);
        return new SecurityGroup
        {
            GroupName = "default",
            Description = "default VPC security group",
            Ingress = isClosed ? [] : [new SecurityGroupRule { Protocol = "-1", Peer = "group:default" }],
            Egress = isClosed ? [] : [new SecurityGroupRule { Protocol = "-1", Peer = "0.0.0.0/0" }],
        };
    }

    private SecurityGroup Group(int number) => new()
    {
        GroupName = Numbered("app", number),
        Description = "An application",
        Ingress = [Port(_chance.One(HarmlessPorts), "0.0.0.0/0"), Port(22, _chance.Percent(4) ? "0.0.0.0/0" : "10.0.0.0/8"), Port(3389, _chance.Percent(2) ? "0.0.0.0/0" : "10.0.0.0/8")],
        Egress = [new SecurityGroupRule { Protocol = "-1", Peer = "0.0.0.0/0" }],
    };

    private static SecurityGroupRule Port(int port, string peer) => new() { Protocol = "tcp", FromPort = port, ToPort = port, Peer = peer };

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number:D3}");
}
