using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Tests.Conformance;

namespace CisPosture.Sandbox.Tests.Ec2;

public sealed class SecurityGroupRuleTests
{
    private const string NoRule = "sgr-00000000000000000";

    private static readonly (string, string) Tcp = ("IpPermissions.1.IpProtocol", "tcp");
    private static readonly (string, string) From22 = ("IpPermissions.1.FromPort", "22");
    private static readonly (string, string) To22 = ("IpPermissions.1.ToPort", "22");

    [Theory]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidPermission.Duplicate", "tcp", "22", "22", "IpRanges.1.CidrIp", "0.0.0.0/0")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidPermission.Duplicate", "6", "22", "22", "IpRanges.1.CidrIp", "10.1.2.3/8")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "tcp", "22", "22", "IpRanges.1.CidrIp", "10.0.0.0")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "tcp", "22", "22", "IpRanges.1.CidrIp", "10.0.0.0/33")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "tcp", "22", "22", "Ipv6Ranges.1.CidrIpv6", "10.0.0.0/8")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "tcp", "80", "22", "IpRanges.1.CidrIp", "192.0.2.0/24")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "tcp", "22", "65536", "IpRanges.1.CidrIp", "192.0.2.0/24")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "pigeon", "22", "22", "IpRanges.1.CidrIp", "192.0.2.0/24")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidParameterValue", "tcp", "22", "22", "IpRanges.1.Description", "no range")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidGroup.NotFound", "tcp", "22", "22", "Groups.1.GroupId", "sg-00000000000000000")]
    [InlineData("AuthorizeSecurityGroupIngress", "InvalidPrefixListID.NotFound", "tcp", "22", "22", "PrefixListIds.1.PrefixListId", "pl-00000000000000000")]
    [InlineData("RevokeSecurityGroupIngress", "InvalidPermission.NotFound", "tcp", "22", "23", "IpRanges.1.CidrIp", "0.0.0.0/0")]
    [InlineData("RevokeSecurityGroupEgress", "InvalidPermission.NotFound", "tcp", "22", "22", "IpRanges.1.CidrIp", "0.0.0.0/0")]
    public async Task What_does_not_fit_is_refused_and_changes_nothing(string action, string code, string protocol, string from, string to, string peer, string value)
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var before = account.Sandbox.Account.Export();

        var answer = await account.Wire.Ec2Async(
            action, Group(account, "web"), ("IpPermissions.1.IpProtocol", protocol), ("IpPermissions.1.FromPort", from), ("IpPermissions.1.ToPort", to), ($"IpPermissions.1.{peer}", value));

        Assert.Equal(code, answer.Code);
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_request_of_which_one_rule_is_wrong_does_nothing_of_the_rest()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var before = account.Sandbox.Account.Export();

        var authorized = await account.Wire.Ec2Async("AuthorizeSecurityGroupIngress", Group(account, "web"), Tcp, From22, To22, ("IpPermissions.1.IpRanges.1.CidrIp", "192.0.2.0/24"), ("IpPermissions.1.IpRanges.2.CidrIp", "0.0.0.0/0"));
        var revoked = await account.Wire.Ec2Async("RevokeSecurityGroupIngress", Group(account, "web"), ("SecurityGroupRuleId.1", Find(account, "web").Ingress[0].RuleId), ("SecurityGroupRuleId.2", NoRule));

        Assert.Equal(("InvalidPermission.Duplicate", "InvalidSecurityGroupRuleId.NotFound"), (authorized.Code, revoked.Code));
        Assert.Equal("the specified rule \"peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW\" already exists", authorized.Message);
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task In_a_default_VPC_unknown_rules_are_told_of_and_no_error()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var group = account.Sandbox.Account.Regions["us-east-1"].Ec2.Vpcs[1].SecurityGroups[0];

        var answer = await account.Wire.Ec2Async(
            "RevokeSecurityGroupEgress", ("GroupId", group.GroupId), ("IpPermissions.1.IpProtocol", "-1"), ("IpPermissions.1.IpRanges.1.CidrIp", "0.0.0.0/0"), ("IpPermissions.1.IpRanges.2.CidrIp", "192.0.2.0/24"));

        Assert.Equal(["192.0.2.0/24"], answer.Values("cidrIp"));
        Assert.Equal(["0.0.0.0/0"], answer.Values("cidrIpv4"));
        Assert.Empty(group.Egress);
    }

    [Fact]
    public async Task A_group_has_at_most_sixty_rules_of_each_address_family_and_direction()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var free = Find(account, "free");
        account.Sandbox.Account.Change(_ => free.Ingress.AddRange(Enumerable.Range(0, 60).Select(port => new SecurityGroupRule { RuleId = $"sgr-{port}", Protocol = "tcp", FromPort = port, ToPort = port, Peer = "192.0.2.0/24" })));

        var more = await AuthorizeAsync(account, "Ingress", "IpRanges.1.CidrIp", "198.51.100.0/24");
        var group = await AuthorizeAsync(account, "Ingress", "Groups.1.GroupId", free.GroupId);
        var other = await AuthorizeAsync(account, "Ingress", "Ipv6Ranges.1.CidrIpv6", "2001:db8::/32");
        var way = await AuthorizeAsync(account, "Egress", "IpRanges.1.CidrIp", "198.51.100.0/24");

        Assert.Equal(("RulesPerSecurityGroupLimitExceeded", "RulesPerSecurityGroupLimitExceeded"), (more.Code, group.Code));
        Assert.Equal((null, null), (other.Code, way.Code));
    }

    [Fact]
    public async Task A_prefix_list_counts_as_many_rules_as_it_may_have_entries()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var free = Find(account, "free");
        var list = account.Sandbox.Account.Regions["us-east-1"].Ec2.PrefixLists[0].PrefixListId;
        account.Sandbox.Account.Change(_ => free.Ingress.AddRange(Enumerable.Range(0, 55).Select(port => new SecurityGroupRule { RuleId = $"sgr-{port}", Protocol = "tcp", FromPort = port, ToPort = port, Peer = "192.0.2.0/24" })));

        Assert.Null((await AuthorizeAsync(account, "Ingress", "PrefixListIds.1.PrefixListId", list)).Code);
        Assert.Equal("RulesPerSecurityGroupLimitExceeded", (await AuthorizeAsync(account, "Ingress", "IpRanges.1.CidrIp", "198.51.100.0/24")).Code);
    }

    [Fact]
    public async Task Protocols_without_ports_keep_none()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        var answer = await account.Wire.Ec2Async("AuthorizeSecurityGroupEgress", Group(account, "free"), ("IpPermissions.1.IpProtocol", "50"), From22, To22, ("IpPermissions.1.IpRanges.1.CidrIp", "0.0.0.0/0"));

        Assert.Null(answer.Code);
        var rule = Assert.Single(Find(account, "free").Egress);
        Assert.Equal(("50", null, null), (rule.Protocol, rule.FromPort, rule.ToPort));
    }

    [Theory]
    [InlineData("InvalidSecurityGroupRuleId.NotFound", NoRule, "CidrIpv4", "192.0.2.0/24")]
    [InlineData("InvalidSecurityGroupRuleId.Malformed", "one", "CidrIpv4", "192.0.2.0/24")]
    [InlineData("InvalidPermission.Duplicate", null, "CidrIpv4", "10.0.0.0/8")]
    [InlineData("InvalidParameterValue", null, "CidrIpv6", "2001:db8::/32")]
    [InlineData("InvalidParameterCombination", null, "Description", "no peer")]
    public async Task A_rule_cannot_be_changed_into_what_it_cannot_be(string code, string? id, string member, string value)
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var before = account.Sandbox.Account.Export();

        var answer = await account.Wire.Ec2Async(
            "ModifySecurityGroupRules",
            Group(account, "web"),
            ("SecurityGroupRule.1.SecurityGroupRuleId", id ?? Find(account, "web").Ingress[0].RuleId),
            ("SecurityGroupRule.1.SecurityGroupRule.IpProtocol", "tcp"),
            ("SecurityGroupRule.1.SecurityGroupRule.FromPort", "22"),
            ("SecurityGroupRule.1.SecurityGroupRule.ToPort", "22"),
            ($"SecurityGroupRule.1.SecurityGroupRule.{member}", value));

        Assert.Equal(code, answer.Code);
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task Groups_that_must_stay_cannot_be_deleted()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        var codes = new List<string?>();
        foreach (var name in (string[])["default", "web", "other", "free"]) codes.Add((await account.Wire.Ec2Async("DeleteSecurityGroup", Group(account, name))).Code);

        Assert.Equal(["CannotDelete", "DependencyViolation", "DependencyViolation", null], codes);
    }

    [Fact]
    public async Task Tagging_what_is_made_needs_its_own_permission()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json, new SandboxOptions { Deny = ["ec2:CreateTags"] });
        (string, string)[] rule = [Group(account, "free"), Tcp, From22, To22, ("IpPermissions.1.IpRanges.1.CidrIp", "192.0.2.0/24")];

        var tagged = await account.Wire.Ec2Async("AuthorizeSecurityGroupIngress", [.. rule, ("TagSpecification.1.ResourceType", "security-group-rule"), ("TagSpecification.1.Tag.1.Key", "a"), ("TagSpecification.1.Tag.1.Value", "b")]);
        var plain = await account.Wire.Ec2Async("AuthorizeSecurityGroupIngress", rule);

        Assert.Equal("UnauthorizedOperation", tagged.Code);
        Assert.Contains("ec2:CreateTags", tagged.Message, StringComparison.Ordinal);
        Assert.Null(plain.Code);
    }

    private static Task<WireAnswer> AuthorizeAsync(ScratchAccount account, string direction, string peer, string value) =>
        account.Wire.Ec2Async($"AuthorizeSecurityGroup{direction}", Group(account, "free"), Tcp, ("IpPermissions.1.FromPort", "8080"), ("IpPermissions.1.ToPort", "8080"), ($"IpPermissions.1.{peer}", value));

    private static SecurityGroup Find(ScratchAccount account, string name) => account.Sandbox.Account.Regions["us-east-1"].Ec2.SecurityGroups.First(group => group.GroupName == name);

    private static (string, string) Group(ScratchAccount account, string name) => ("GroupId", Find(account, name).GroupId);
}
