namespace CisPosture.Sandbox.Tests.Ec2;

public sealed class SecurityGroupTests : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Rules_of_like_protocol_and_ports_are_one_permission()
    {
        var answer = await _client.Ec2Async("DescribeSecurityGroups", ("Filter.1.Name", "group-name"), ("Filter.1.Value.1", "bastion"));

        var permission = Assert.Single(answer.Xml.Descendants().Single(element => element.Name.LocalName == "ipPermissions").Elements());
        Assert.Equal("22", permission.Elements().Single(element => element.Name.LocalName == "fromPort").Value);
        Assert.Contains("::/0", answer.Values("cidrIpv6"));
        Assert.Contains("temporary, 2019", answer.Values("description"));
    }

    [Fact]
    public async Task All_protocols_have_no_ports_in_permissions_and_minus_one_in_rules()
    {
        var group = _sandbox.Account.Regions["us-east-1"].Ec2.SecurityGroups.First();

        var permissions = await _client.Ec2Async("DescribeSecurityGroups", ("GroupId.1", group.GroupId));
        var rules = await _client.Ec2Async("DescribeSecurityGroupRules", ("Filter.1.Name", "group-id"), ("Filter.1.Value.1", group.GroupId));

        Assert.Empty(permissions.Values("fromPort"));
        Assert.Equal(["-1", "-1"], rules.Values("fromPort"));
        Assert.Equal(["false", "true"], rules.Values("isEgress"));
    }

    [Fact]
    public async Task Filters_are_joined_by_and_their_values_by_or_and_may_hold_wildcards()
    {
        var answer = await _client.Ec2Async(
            "DescribeSecurityGroups",
            ("Filter.1.Name", "group-name"),
            ("Filter.1.Value.1", "w*"),
            ("Filter.1.Value.2", "default"),
            ("Filter.2.Name", "description"),
            ("Filter.2.Value.1", "Remote desktop"));

        Assert.Equal(["windows"], answer.Values("groupName"));
    }

    [Fact]
    public async Task Interfaces_tell_which_groups_are_in_use()
    {
        var web = _sandbox.Account.Regions["us-east-1"].Ec2.SecurityGroups.Single(group => group.GroupName == "web").GroupId;

        var answer = await _client.Ec2Async("DescribeNetworkInterfaces", ("Filter.1.Name", "group-id"), ("Filter.1.Value.1", web));

        Assert.Equal(["ELB app/web"], answer.Values("description"));
        Assert.Equal([web], answer.Values("groupId"));
    }

    [Fact]
    public async Task A_prefix_list_that_a_rule_names_can_be_read()
    {
        using var ireland = new WireClient(_sandbox) { Region = "eu-west-1" };
        var groups = await ireland.Ec2Async("DescribeSecurityGroups", ("GroupName.1", "offices-only"));

        var entries = await ireland.Ec2Async("GetManagedPrefixListEntries", ("PrefixListId", groups.Value("prefixListId")!));

        Assert.Equal(["198.51.100.0/24", "0.0.0.0/0"], entries.Values("cidr"));
        Assert.Equal("InvalidPrefixListID.NotFound", (await _client.Ec2Async("GetManagedPrefixListEntries", ("PrefixListId", groups.Value("prefixListId")!))).Code);
    }

    [Fact]
    public async Task Regions_that_are_off_are_told_only_on_request()
    {
        Assert.Equal(["ap-southeast-2", "eu-west-1", "us-east-1"], (await _client.Ec2Async("DescribeRegions")).Values("regionName"));
        var all = await _client.Ec2Async("DescribeRegions", ("AllRegions", "true"), ("Filter.1.Name", "opt-in-status"), ("Filter.1.Value.1", "not-opted-in"));
        Assert.Contains("af-south-1", all.Values("regionName"));
    }
}
