using System.Collections;
using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Networking;

public sealed class OpenPortControlTests
{
    private static readonly Hashtable IPv4Only = new() { ["IPv4Only"] = true };
    private static readonly Hashtable InUseOnly = new() { ["InUseOnly"] = true };
    private static readonly Hashtable IncludeUdp = new() { ["IncludeUdp"] = true };

    [Theory]
    [InlineData("tcp", 22, 22, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", 0, 65535, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", null, null, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", -1, -1, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", 20, 25, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", 22, 100, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", 1, 22, "0.0.0.0/0", "Failed")]
    [InlineData("tcp", 23, 100, "0.0.0.0/0", "Passed")]
    [InlineData("tcp", 1, 21, "0.0.0.0/0", "Passed")]
    [InlineData("tcp", 0, 0, "0.0.0.0/0", "Passed")]
    [InlineData("6", 22, 22, "0.0.0.0/0", "Failed")]
    [InlineData("-1", null, null, "0.0.0.0/0", "Failed")]
    [InlineData("-1", -1, -1, "0.0.0.0/0", "Failed")]
    [InlineData("-1", 0, 0, "0.0.0.0/0", "Failed")]
    [InlineData("-1", 443, 443, "0.0.0.0/0", "Failed")]
    [InlineData("-1", null, null, "::/0", "Failed")]
    [InlineData("tcp", 22, 22, "::/0", "Failed")]
    [InlineData("tcp", 22, 22, "0:0:0:0:0:0:0:0/0", "Failed")]
    [InlineData("tcp", 22, 22, "0000:0000:0000:0000:0000:0000:0000:0000/0", "Failed")]
    [InlineData("udp", 22, 22, "0.0.0.0/0", "Passed")]
    [InlineData("17", 22, 22, "0.0.0.0/0", "Passed")]
    [InlineData("icmp", 8, -1, "0.0.0.0/0", "Passed")]
    [InlineData("icmp", -1, -1, "0.0.0.0/0", "Passed")]
    [InlineData("1", 0, 0, "0.0.0.0/0", "Passed")]
    [InlineData("icmpv6", null, null, "::/0", "Passed")]
    [InlineData("47", null, null, "0.0.0.0/0", "Passed")]
    [InlineData("47", 0, 0, "0.0.0.0/0", "Passed")]
    [InlineData("47", -1, -1, "0.0.0.0/0", "Passed")]
    [InlineData("tcp", 22, 22, "sg-0a1b2c3d", "Passed")]
    [InlineData("tcp", 22, 22, "10.0.0.0/8", "Passed")]
    [InlineData("tcp", 22, 22, "0.0.0.0/1", "Passed")]
    [InlineData("tcp", 22, 22, "2001:db8::/32", "Passed")]
    public void A_rule_opens_port_22_by_protocol_first_and_ports_second(string protocol, int? from, int? to, string source, string expected) =>
        Assert.Equal(expected, Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission(protocol, from, to, source))).Status);

    [Theory]
    [InlineData("tcp", 3389, 3389, "Failed")]
    [InlineData("-1", null, null, "Failed")]
    [InlineData("tcp", 22, 22, "Passed")]
    [InlineData("tcp", 20, 21, "Passed")]
    [InlineData("tcp", 3306, 3306, "Passed")]
    [InlineData("tcp", 4333, 4333, "Passed")]
    [InlineData("udp", 3389, 3389, "Passed")]
    public void Only_port_3389_over_TCP_counts_for_4_2(string protocol, int? from, int? to, string expected) =>
        Assert.Equal(expected, Judging.JudgeOne("4.2", Network.AccountWith(Network.Permission(protocol, from, to, "0.0.0.0/0"))).Status);

    [Theory]
    [InlineData("4.1", 22)]
    [InlineData("4.2", 3389)]
    public void Each_control_judges_its_own_port(string control, int port)
    {
        var finding = Judging.JudgeOne(control, Network.AccountWith(Network.Permission("tcp", port, port, "0.0.0.0/0")));

        Assert.Equal(("Failed", ReasonCode.NonCompliant, "AwsEc2SecurityGroup"), (finding.Status, finding.ReasonCode, finding.ResourceType));
        Assert.Equal($"1 ingress rule lets the world reach port {port}: tcp {port} from 0.0.0.0/0.", finding.Reason);
        Assert.Equal("Repair-CisSecurityGroup", finding.RepairCommand);
    }

    [Fact]
    public void The_offending_rules_are_told_in_readable_words()
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(
            Network.Permission("tcp", 20, 25, "0.0.0.0/0", "::/0", "10.0.0.0/8"),
            Network.Permission("-1", null, null, "0.0.0.0/0"),
            Network.Permission("6", 0, 65535, "0.0.0.0/0"),
            Network.Permission("tcp", 443, 443, "0.0.0.0/0")));

        Assert.Equal(
            ["tcp 20-25 from 0.0.0.0/0", "tcp 20-25 from ::/0", "all traffic from 0.0.0.0/0", "all tcp from 0.0.0.0/0"],
            (string[])finding.Evidence["OpenRules"]!);
        Assert.Equal("4 ingress rules let the world reach port 22, the first being tcp 20-25 from 0.0.0.0/0.", finding.Reason);
        Assert.Equal(("web", "vpc-1", 22), (finding.Evidence["GroupName"], finding.Evidence["VpcId"], finding.Evidence["Port"]));
    }

    [Theory]
    [InlineData("aws", "eu-west-1")]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-east-1")]
    public void A_group_is_named_by_the_ARN_of_its_partition(string partition, string region)
    {
        var account = Judging.Account(partition) with { Regions = [Network.RegionWith(region, Network.Group("sg-7"))] };

        var finding = Judging.JudgeOne("4.1", account);

        Assert.Equal($"arn:{partition}:ec2:{region}:{Judging.AccountId}:security-group/sg-7", finding.ResourceId);
        Assert.Equal(region, finding.Region);
    }

    [Fact]
    public void IPv6_counts_by_default_and_is_flagged_as_beyond_the_benchmark()
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("tcp", 22, 22, "::/0")));

        Assert.Equal("Failed", finding.Status);
        Assert.Contains(finding.Notes, note => note.StartsWith("Beyond the benchmark", StringComparison.Ordinal));
        Assert.Contains("Strict Security Hub mode: Passed COMPLIANT.", finding.Notes);
    }

    [Fact]
    public void IPv6_does_not_count_with_IPv4Only()
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("tcp", 22, 22, "::/0")), parameters: IPv4Only);

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Fact]
    public void Strict_mode_knows_IPv4_only()
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("tcp", 22, 22, "::/0")), strict: true);

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("Without strict mode: Failed NON_COMPLIANT.", finding.Notes);
    }

    [Fact]
    public void A_group_open_over_both_IPv4_and_IPv6_fails_in_both_modes_without_a_note()
    {
        var account = Network.AccountWith(Network.Permission("tcp", 22, 22, "0.0.0.0/0", "::/0"));

        Assert.Empty(Judging.JudgeOne("4.1", account).Notes);
        Assert.Equal("Failed", Judging.JudgeOne("4.1", account, strict: true).Status);
    }

    [Fact]
    public void IPv4Only_ignores_IPv6_entries_of_prefix_lists_too()
    {
        var region = Network.RegionWith(Network.GroupWith(Network.Permission("tcp", 22, 22, "pl-1"))) with { PrefixLists = Network.PrefixList("pl-1", "::/0") };

        Assert.Equal("Passed", Judging.JudgeOne("4.1", Network.Account(region), parameters: IPv4Only).Status);
        Assert.Equal("Failed", Judging.JudgeOne("4.1", Network.Account(region)).Status);
    }

    [Theory]
    [InlineData("Failed", "10.0.0.0/8", "0.0.0.0/0")]
    [InlineData("Failed", "::/0")]
    [InlineData("Passed", "10.0.0.0/8", "192.168.0.0/16")]
    [InlineData("Passed")]
    public void A_prefix_list_is_as_open_as_its_entries(string expected, params string[] entries)
    {
        var region = Network.RegionWith(Network.GroupWith(Network.Permission("tcp", 22, 22, "pl-63a5400a"))) with
        {
            PrefixLists = Network.PrefixList("pl-63a5400a", entries),
        };

        Assert.Equal(expected, Judging.JudgeOne("4.1", Network.Account(region)).Status);
    }

    [Fact]
    public void A_prefix_list_that_lets_the_world_in_is_named()
    {
        var region = Network.RegionWith(Network.GroupWith(Network.Permission("tcp", 22, 22, "pl-1"))) with { PrefixLists = Network.PrefixList("pl-1", "0.0.0.0/0") };

        Assert.Equal(["tcp 22 from 0.0.0.0/0 in prefix list pl-1"], (string[])Judging.JudgeOne("4.1", Network.Account(region)).Evidence["OpenRules"]!);
    }

    [Fact]
    public void A_denied_prefix_list_is_a_warning_that_names_the_missing_permission()
    {
        var finding = Judging.JudgeOne("4.1", Network.Account(DeniedListRegion(Network.Permission("tcp", 22, 22, "pl-1"))));

        Assert.Equal(("Warning", ReasonCode.PrefixListNotReadable), (finding.Status, finding.ReasonCode));
        Assert.Equal(["pl-1"], (string[])finding.Evidence["UnreadPrefixLists"]!);
        Assert.Equal(["ec2:GetManagedPrefixListEntries"], (string[])finding.Evidence["MissingPermissions"]!);
        Assert.Contains("ACCESS_DENIED", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denied_prefix_list_does_not_soften_another_open_rule() =>
        Assert.Equal("Failed", Judging.JudgeOne("4.1", Network.Account(DeniedListRegion(
            Network.Permission("tcp", 22, 22, "pl-1"), Network.Permission("tcp", 22, 22, "0.0.0.0/0")))).Status);

    [Fact]
    public void A_denied_prefix_list_of_a_rule_for_other_ports_does_not_matter() =>
        Assert.Equal("Passed", Judging.JudgeOne("4.1", Network.Account(DeniedListRegion(Network.Permission("tcp", 443, 443, "pl-1")))).Status);

    [Fact]
    public void A_prefix_list_that_was_not_collected_is_a_warning_and_never_a_pass()
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("-1", null, null, "pl-2", "pl-1")));

        Assert.Equal("Warning", finding.Status);
        Assert.Equal(["pl-1", "pl-2"], (string[])finding.Evidence["UnreadPrefixLists"]!);
    }

    [Theory]
    [InlineData("0.0.0.0/1", "128.0.0.0/1", "IPv4")]
    [InlineData("::/1", "8000::/1", "IPv6")]
    public void Two_halves_of_all_addresses_pass_with_a_note(string lower, string upper, string family)
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("tcp", 22, 22, lower), Network.Permission("tcp", 20, 25, upper)));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal([$"Two halves that together are every {family} address may reach port 22: tcp 22 from {lower}, tcp 20-25 from {upper}."], finding.Notes);
    }

    [Fact]
    public void One_half_of_all_addresses_passes_with_a_note_of_its_own()
    {
        var finding = Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("tcp", 22, 22, "0.0.0.0/1")));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["Half of all IPv4 addresses may reach port 22: tcp 22 from 0.0.0.0/1."], finding.Notes);
    }

    [Fact]
    public void Halves_that_are_open_for_other_ports_are_not_noted() =>
        Assert.Empty(Judging.JudgeOne("4.1", Network.AccountWith(Network.Permission("tcp", 443, 443, "0.0.0.0/1", "128.0.0.0/1"))).Notes);

    [Fact]
    public void An_open_egress_rule_passes()
    {
        var group = Network.Group() with { Egress = [Network.Permission("-1", null, null, "0.0.0.0/0")] };

        Assert.Equal("Passed", Judging.JudgeOne("4.1", Network.Account(Network.RegionWith(group))).Status);
    }

    [Fact]
    public void A_group_without_rules_passes()
    {
        var finding = Judging.JudgeOne("4.1", Network.Account(Network.RegionWith(Network.Group())));

        Assert.Equal(("Passed", ReasonCode.Compliant), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void A_group_of_another_account_in_a_shared_VPC_is_left_to_its_owner()
    {
        var open = Network.Permission("tcp", 22, 22, "0.0.0.0/0");
        var foreign = Network.Group("sg-2", owner: "999988887777") with { Ingress = [open] };

        var finding = Judging.JudgeOne("4.1", Network.Account(Network.RegionWith(Network.Group(), foreign)));

        Assert.Equal("Passed", finding.Status);
        Assert.EndsWith("security-group/sg-1", finding.ResourceId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Region_with_nothing_but_groups_of_other_accounts_has_nothing_to_judge()
    {
        var finding = Judging.JudgeOne("4.1", Network.Account(Network.RegionWith(Network.Group(owner: "999988887777"))));

        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty, Network.Region), (finding.Status, finding.ReasonCode, finding.Region));
    }

    [Theory]
    [InlineData("default", "vpc-1")]
    [InlineData("legacy", null)]
    public void Default_groups_and_groups_outside_any_VPC_count(string name, string? vpcId)
    {
        var group = Network.Group(name: name, vpcId: vpcId) with { Ingress = [Network.Permission("tcp", 22, 22, "0.0.0.0/0")] };

        Assert.Equal("Failed", Judging.JudgeOne("4.1", Network.Account(Network.RegionWith(group))).Status);
    }

    [Fact]
    public void Unused_groups_are_judged_by_default_and_ask_for_no_evidence_of_use()
    {
        var region = OpenRegion() with { SecurityGroupsInUse = Evidence.Of<IReadOnlyList<string>>([]) };

        Assert.Equal("Failed", Judging.JudgeOne("4.1", Network.Account(region)).Status);
        Assert.DoesNotContain(EvidenceKind.SecurityGroupsInUse, Needs("4.1", []));
    }

    [Fact]
    public void InUseOnly_leaves_unused_groups_out()
    {
        var region = OpenRegion() with { SecurityGroupsInUse = Evidence.Of<IReadOnlyList<string>>(["sg-2"]) };

        var finding = Judging.JudgeOne("4.1", Network.Account(region), parameters: InUseOnly);

        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void InUseOnly_judges_used_groups()
    {
        var region = OpenRegion() with { SecurityGroupsInUse = Evidence.Of<IReadOnlyList<string>>(["sg-1"]) };

        Assert.Equal("Failed", Judging.JudgeOne("4.1", Network.Account(region), parameters: InUseOnly).Status);
    }

    [Fact]
    public void InUseOnly_gives_no_verdict_where_network_interfaces_cannot_be_listed()
    {
        var region = OpenRegion() with { SecurityGroupsInUse = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("ec2:DescribeNetworkInterfaces", Network.Region)) };

        var finding = Judging.JudgeOne("4.1", Network.Account(region), parameters: InUseOnly);

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Contains(EvidenceKind.SecurityGroupsInUse, Needs("4.1", InUseOnly));
    }

    [Fact]
    public void IncludeUdp_notes_UDP_rules_and_keeps_the_verdict()
    {
        var account = Network.AccountWith(Network.Permission("udp", 3389, 3389, "0.0.0.0/0"), Network.Permission("17", 3000, 4000, "::/0"));

        var finding = Judging.JudgeOne("4.2", account, parameters: IncludeUdp);

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(
            [
                "The world may reach UDP port 3389 too, which the control does not judge: udp 3389 from 0.0.0.0/0.",
                "The world may reach UDP port 3389 too, which the control does not judge: udp 3000-4000 from ::/0.",
            ],
            finding.Notes);
        Assert.Empty(Judging.JudgeOne("4.2", account).Notes);
    }

    [Fact]
    public void IncludeUdp_does_not_repeat_a_rule_for_all_traffic()
    {
        var finding = Judging.JudgeOne("4.2", Network.AccountWith(Network.Permission("-1", null, null, "0.0.0.0/0")), parameters: IncludeUdp);

        Assert.Equal("Failed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [InlineData("4.1", "af-south-1")]
    [InlineData("4.1", "eu-south-1")]
    [InlineData("4.2", "af-south-1")]
    [InlineData("4.2", "eu-south-1")]
    public void Cape_Town_and_Milan_are_judged_and_say_that_strict_mode_would_not(string control, string region)
    {
        var group = Network.GroupWith(Network.Permission("-1", null, null, "0.0.0.0/0"));

        var finding = Judging.JudgeOne(control, Network.Account(Network.RegionWith(region, group)));

        Assert.Equal("Failed", finding.Status);
        Assert.Contains("Strict Security Hub mode: NotAvailable CONTROL_NOT_SUPPORTED_IN_REGION.", finding.Notes);
    }

    [Theory]
    [InlineData("af-south-1")]
    [InlineData("eu-south-1")]
    public void Strict_mode_judges_neither_Cape_Town_nor_Milan(string region)
    {
        var account = Network.Account(Network.RegionWith(region, Network.Group("sg-1"), Network.Group("sg-2")));

        var finding = Judging.JudgeOne("4.1", account, strict: true);

        Assert.Equal(("NotAvailable", ReasonCode.ControlNotSupportedInRegion, region), (finding.Status, finding.ReasonCode, finding.Region));
    }

    [Theory]
    [InlineData("4.1")]
    [InlineData("4.2")]
    [InlineData("4.3")]
    public void A_denied_listing_is_not_available_and_names_the_permission(string control)
    {
        var region = Judging.Region(Network.Region) with
        {
            SecurityGroups = Evidence.Missing<IReadOnlyList<SecurityGroup>>(Judging.Denied("ec2:DescribeSecurityGroups", Network.Region)),
        };

        var finding = Judging.JudgeOne(control, Network.Account(region));

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied, Network.Region), (finding.Status, finding.ReasonCode, finding.Region));
        Assert.Equal("ec2:DescribeSecurityGroups", finding.Evidence["MissingPermission"]);
    }

    [Theory]
    [InlineData("4.1")]
    [InlineData("4.2")]
    [InlineData("4.3")]
    public void A_Region_that_is_off_does_not_stop_the_others(string control)
    {
        var off = new EvidenceGap { ReasonCode = ReasonCode.RegionNotEnabled, Operation = "ec2:DescribeSecurityGroups", ErrorCode = "AuthFailure", Region = "me-south-1" };
        var account = Network.Account(
            Network.RegionWith(Network.Group(name: "default")),
            Judging.Region("me-south-1") with { SecurityGroups = Evidence.Missing<IReadOnlyList<SecurityGroup>>(off) });

        Assert.Equal(
            [(Network.Region, "Passed"), ("me-south-1", "NotAvailable")],
            Judging.Judge(control, account).Select(finding => (finding.Region, finding.Status)));
    }

    [Theory]
    [InlineData("4.1")]
    [InlineData("4.2")]
    [InlineData("4.3")]
    public void Without_a_list_of_Regions_there_is_one_finding_for_the_account(string control)
    {
        var account = Judging.Account() with { EnabledRegions = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("ec2:DescribeRegions")) };

        var finding = Judging.JudgeOne(control, account);

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied, "us-east-1"), (finding.Status, finding.ReasonCode, finding.Region));
        Assert.Equal("ec2:DescribeRegions", finding.Evidence["MissingPermission"]);
    }

    [Theory]
    [InlineData("4.1")]
    [InlineData("4.2")]
    [InlineData("4.3")]
    public void An_account_of_which_nothing_was_collected_has_a_finding_all_the_same(string control) =>
        Assert.Equal(ReasonCode.NotCollected, Judging.JudgeOne(control, Judging.Account()).ReasonCode);

    [Fact]
    public void A_Region_without_groups_has_nothing_to_judge()
    {
        var finding = Judging.JudgeOne("4.1", Network.Account(Network.RegionWith()));

        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty, "AwsAccount"), (finding.Status, finding.ReasonCode, finding.ResourceType));
    }

    [Fact]
    public void Groups_that_pass_are_folded_with_their_number()
    {
        var account = Network.Account(Network.RegionWith(Network.Group("sg-1"), Network.Group("sg-2")));

        Assert.Equal("2 security groups keep port 22 closed to the world.", Judging.JudgeOne("4.1", account, each: false).Reason);
    }

    private static RegionEvidence OpenRegion() => Network.RegionWith(Network.GroupWith(Network.Permission("tcp", 22, 22, "0.0.0.0/0")));

    private static RegionEvidence DeniedListRegion(params SecurityGroupPermission[] ingress) => Network.RegionWith(Network.GroupWith(ingress)) with
    {
        PrefixLists = new Dictionary<string, Evidence<IReadOnlyList<string>>>
        {
            ["pl-1"] = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("ec2:GetManagedPrefixListEntries", Network.Region)),
        },
    };

    private static IReadOnlyList<EvidenceKind> Needs(string id, Hashtable parameters)
    {
        var control = BenchmarkCatalogue.Current[id];
        return new CisPosture.Controls.ControlEvaluator(ControlParameterSet.Read(parameters, [control]), isStrict: false, listsEachResource: false).Needs(control);
    }
}
