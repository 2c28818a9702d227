using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Networking;

/// <summary>Accounts with security groups, shaped as EC2 describes them.</summary>
internal static class Network
{
    public const string Region = "eu-west-1";

    public static SecurityGroup Group(string id = "sg-1", string name = "web", string? vpcId = "vpc-1", string owner = Judging.AccountId) =>
        new() { GroupId = id, GroupName = name, OwnerId = owner, VpcId = vpcId };

    public static SecurityGroup GroupWith(params SecurityGroupPermission[] ingress) => Group() with { Ingress = ingress };

    public static SecurityGroupPermission Permission(string protocol, int? from, int? to, params string[] sources) => new()
    {
        IpProtocol = protocol,
        FromPort = from,
        ToPort = to,
        Ipv4Ranges = [.. sources.Where(source => source.Contains('.', StringComparison.Ordinal))],
        Ipv6Ranges = [.. sources.Where(source => source.Contains(':', StringComparison.Ordinal))],
        PrefixListIds = [.. sources.Where(source => source.StartsWith("pl-", StringComparison.Ordinal))],
        GroupIds = [.. sources.Where(source => source.StartsWith("sg-", StringComparison.Ordinal))],
    };

    public static RegionEvidence RegionWith(params SecurityGroup[] groups) => RegionWith(Region, groups);

    public static RegionEvidence RegionWith(string region, params SecurityGroup[] groups) => Judging.Region(region) with
    {
        SecurityGroups = Evidence.Of<IReadOnlyList<SecurityGroup>>(groups),
        Vpcs = Evidence.Of<IReadOnlyList<Vpc>>(
            [.. groups.Where(group => group.VpcId is not null).GroupBy(group => group.VpcId!).Select(vpc => new Vpc { VpcId = vpc.Key, OwnerId = vpc.First().OwnerId })]),
    };

    public static IReadOnlyDictionary<string, Evidence<IReadOnlyList<string>>> PrefixList(string id, params string[] entries) =>
        new Dictionary<string, Evidence<IReadOnlyList<string>>> { [id] = Evidence.Of<IReadOnlyList<string>>(entries) };

    public static AccountEvidence Account(params RegionEvidence[] regions) => Judging.Account() with { Regions = regions };

    public static AccountEvidence AccountWith(params SecurityGroupPermission[] ingress) => Account(RegionWith(GroupWith(ingress)));
}
