using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Ec2;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class Ec2Conformance(ConformanceServer server)
{
    private const string Home = "us-east-1";
    private const string Ireland = "eu-west-1";

    [Fact]
    public async Task DescribeRegions_tells_the_enabled_Regions() =>
        Assert.Equal(server.Sandbox.Account.Regions.Keys, (await Ask(Home, "describe-regions"))["Regions"].Each("RegionName"));

    [Fact]
    public async Task DescribeVpcs_tells_every_VPC()
    {
        var vpcs = (await Ask(Home, "describe-vpcs"))["Vpcs"]!.AsArray();

        Assert.Equal(
            State(Home).Vpcs.Select(vpc => (vpc.VpcId, vpc.OwnerId, vpc.CidrBlock, vpc.IsDefault)),
            vpcs.Select(vpc => (vpc!.Text("VpcId")!, vpc!.Text("OwnerId")!, vpc!.Text("CidrBlock")!, vpc!["IsDefault"]!.GetValue<bool>())));
    }

    [Fact]
    public async Task DescribeFlowLogs_tells_every_flow_log()
    {
        var log = Assert.Single((await Ask(Home, "describe-flow-logs", "--filter", "Name=traffic-type,Values=ACCEPT"))["FlowLogs"]!.AsArray())!;

        var expected = State(Home).FlowLogs.Single();
        Assert.Equal((expected.FlowLogId, expected.ResourceId, "ACTIVE", "ACCEPT"), (log.Text("FlowLogId"), log.Text("ResourceId"), log.Text("FlowLogStatus"), log.Text("TrafficType")));
    }

    [Theory]
    [InlineData(Home)]
    [InlineData(Ireland)]
    public async Task DescribeSecurityGroups_tells_every_group_with_its_rules(string region)
    {
        var groups = (await Ask(region, "describe-security-groups"))["SecurityGroups"]!.AsArray();

        Assert.Equal(State(region).SecurityGroups.Select(group => group.GroupId), groups.Select(group => group!.Text("GroupId")));
        foreach (var (expected, told) in State(region).SecurityGroups.Zip(groups))
        {
            Assert.Equal((expected.GroupName, expected.VpcId, expected.OwnerId), (told!.Text("GroupName"), told!.Text("VpcId"), told!.Text("OwnerId")));
            Assert.Equal(Flat(expected.Ingress), Flat(told!["IpPermissions"]!));
            Assert.Equal(Flat(expected.Egress), Flat(told!["IpPermissionsEgress"]!));
        }
    }

    [Fact]
    public async Task DescribeSecurityGroupRules_tells_every_rule()
    {
        var rules = (await Ask(Home, "describe-security-group-rules"))["SecurityGroupRules"];

        Assert.Equal(State(Home).SecurityGroups.SelectMany(group => group.Ingress.Concat(group.Egress)).Select(rule => rule.RuleId), rules.Each("SecurityGroupRuleId"));
    }

    [Fact]
    public async Task DescribeNetworkInterfaces_tells_the_groups_in_use()
    {
        var interfaces = (await Ask(Home, "describe-network-interfaces"))["NetworkInterfaces"]!.AsArray();

        Assert.Equal(
            State(Home).NetworkInterfaces.Select(one => (one.NetworkInterfaceId, string.Join(',', one.Groups.Select(group => group.GroupId)))),
            interfaces.Select(one => (one!.Text("NetworkInterfaceId")!, string.Join(',', one!["Groups"].Each("GroupId")))));
    }

    [Fact]
    public async Task Prefix_lists_are_told_with_their_entries()
    {
        var list = Assert.Single((await Ask(Ireland, "describe-managed-prefix-lists"))["PrefixLists"]!.AsArray())!;
        var entries = (await Ask(Ireland, "get-managed-prefix-list-entries", "--prefix-list-id", list.Text("PrefixListId")!))["Entries"];

        Assert.Equal(State(Ireland).PrefixLists.Single().Entries, entries.Each("Cidr"));
        Assert.Equal("InvalidPrefixListID.NotFound", await server.Aws.ErrorAsync(Home, "ec2", "get-managed-prefix-list-entries", "--prefix-list-id", list.Text("PrefixListId")!));
    }

    [Fact]
    public async Task Errors_are_understood()
    {
        Assert.Equal("InvalidParameterValue", await server.Aws.ErrorAsync(Home, "ec2", "describe-vpcs", "--filters", "Name=colour,Values=red"));
        Assert.Equal("AuthFailure", await server.Aws.ErrorAsync("me-south-1", "ec2", "describe-vpcs"));
        Assert.Equal("DryRunOperation", await server.Aws.ErrorAsync(Home, "ec2", "describe-vpcs", "--dry-run"));
    }

    private static IEnumerable<string> Flat(IEnumerable<SecurityGroupRule> rules) => rules.Select(rule => $"{rule.Protocol} {rule.FromPort} {rule.ToPort} {rule.Peer}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Flat(JsonNode permissions) => permissions.AsArray()
        .SelectMany(permission => Peers(permission!).Select(peer => $"{permission!.Text("IpProtocol")} {permission!.Text("FromPort")} {permission!.Text("ToPort")} {peer}"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string?> Peers(JsonNode permission) =>
        permission["IpRanges"].Each("CidrIp").Concat(permission["Ipv6Ranges"].Each("CidrIpv6")).Concat(permission["PrefixListIds"].Each("PrefixListId")).Concat(permission["UserIdGroupPairs"].Each("GroupId"));

    private Task<JsonNode> Ask(string region, params string[] arguments) => server.Aws.AskAsync(region, ["ec2", .. arguments]);

    private Ec2State State(string region) => server.Sandbox.Account.Regions[region].Ec2;
}
