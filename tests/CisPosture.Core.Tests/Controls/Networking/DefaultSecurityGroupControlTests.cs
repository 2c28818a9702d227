using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Networking;

public sealed class DefaultSecurityGroupControlTests
{
    private static readonly SecurityGroupPermission ToEverybody = Network.Permission("-1", null, null, "0.0.0.0/0");
    private static readonly SecurityGroupPermission FromItself = Network.Permission("-1", null, null, "sg-1");

    [Fact]
    public void A_default_group_without_rules_passes()
    {
        var finding = Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(Default())));

        Assert.Equal(("Passed", ReasonCode.Compliant), (finding.Status, finding.ReasonCode));
        Assert.Equal($"arn:aws:ec2:{Network.Region}:{Judging.AccountId}:security-group/sg-1", finding.ResourceId);
    }

    [Fact]
    public void An_untouched_default_group_fails_with_its_rules_in_words()
    {
        var finding = Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(Default() with { Ingress = [FromItself], Egress = [ToEverybody] })));

        Assert.Equal(("Failed", ReasonCode.NonCompliant), (finding.Status, finding.ReasonCode));
        Assert.Equal("The default security group of vpc-1 has 1 ingress and 1 egress rules.", finding.Reason);
        Assert.Equal(["all traffic from sg-1"], (string[])finding.Evidence["IngressRules"]!);
        Assert.Equal(["all traffic to 0.0.0.0/0"], (string[])finding.Evidence["EgressRules"]!);
    }

    [Fact]
    public void A_reference_to_itself_alone_fails() =>
        Assert.Equal("Failed", Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(Default() with { Ingress = [FromItself] }))).Status);

    [Theory]
    [InlineData("-1", null, null, "::/0")]
    [InlineData("tcp", 443, 443, "10.0.0.0/8")]
    [InlineData("icmp", 8, -1, "10.0.0.0/8")]
    [InlineData("47", null, null, "10.0.0.0/8")]
    [InlineData("tcp", 443, 443, "pl-1")]
    public void Any_egress_rule_alone_fails(string protocol, int? from, int? to, string destination)
    {
        var group = Default() with { Egress = [Network.Permission(protocol, from, to, destination)] };

        Assert.Equal("Failed", Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(group))).Status);
    }

    [Fact]
    public void A_permission_that_names_nobody_is_a_rule_all_the_same() =>
        Assert.Equal("Failed", Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(Default() with { Ingress = [Network.Permission("tcp", 1, 2)] }))).Status);

    [Theory]
    [InlineData("Default")]
    [InlineData("default-web")]
    [InlineData("DEFAULT")]
    [InlineData("web")]
    public void Only_a_group_named_default_to_the_letter_is_judged(string name)
    {
        var other = Network.Group("sg-2", name) with { Egress = [ToEverybody] };

        var finding = Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(Default(), other)));

        Assert.Equal("Passed", finding.Status);
        Assert.EndsWith("/sg-1", finding.ResourceId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_named_default_outside_any_VPC_is_not_judged()
    {
        var classic = Network.Group(name: "default", vpcId: null) with { Ingress = [FromItself] };

        Assert.Equal(ReasonCode.EvaluationsEmpty, Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(classic))).ReasonCode);
    }

    [Fact]
    public void The_participant_of_a_shared_VPC_does_not_answer_for_its_default_group()
    {
        var foreign = Network.Group("sg-9", "default", "vpc-9", owner: "999988887777") with { Ingress = [FromItself] };

        Assert.Equal(ReasonCode.EvaluationsEmpty, Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(foreign))).ReasonCode);
    }

    [Fact]
    public void A_Region_without_a_VPC_passes()
    {
        var finding = Judging.JudgeOne("4.3", Network.Account(Network.RegionWith()));

        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty, "AwsAccount"), (finding.Status, finding.ReasonCode, finding.ResourceType));
    }

    [Fact]
    public void Every_VPC_has_a_finding_of_its_own_used_or_not()
    {
        var region = Network.RegionWith(
            Default() with { Egress = [ToEverybody] },
            Network.Group("sg-2", "default", "vpc-2") with { Egress = [ToEverybody] }) with
        {
            SecurityGroupsInUse = Evidence.Of<IReadOnlyList<string>>([]),
        };

        Assert.Equal(["Failed", "Failed"], Judging.Judge("4.3", Network.Account(region)).Select(finding => finding.Status));
    }

    [Fact]
    public void A_VPC_whose_default_group_is_not_listed_is_not_available()
    {
        var region = Network.RegionWith(Default()) with
        {
            Vpcs = Evidence.Of<IReadOnlyList<Vpc>>([Vpc("vpc-1"), Vpc("vpc-2"), new Vpc { VpcId = "vpc-shared", OwnerId = "999988887777" }]),
        };

        var findings = Judging.Judge("4.3", Network.Account(region));

        Assert.Equal(["NotAvailable", "Passed"], findings.Select(finding => finding.Status).Order(StringComparer.Ordinal));
        var unseen = Assert.Single(findings, finding => finding.Status == "NotAvailable");
        Assert.Equal(ReasonCode.PartialVisibility, unseen.ReasonCode);
        Assert.Equal(["vpc-2"], (string[])unseen.Evidence["VpcsWithoutDefaultGroup"]!);
    }

    [Fact]
    public void Default_groups_are_judged_even_where_VPCs_cannot_be_listed()
    {
        var region = Network.RegionWith(Default() with { Ingress = [FromItself] }) with { Vpcs = DeniedVpcs() };

        Assert.Equal("Failed", Judging.JudgeOne("4.3", Network.Account(region)).Status);
    }

    [Fact]
    public void No_default_group_and_no_list_of_VPCs_is_not_available()
    {
        var finding = Judging.JudgeOne("4.3", Network.Account(Network.RegionWith() with { Vpcs = DeniedVpcs() }));

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("ec2:DescribeVpcs", finding.Evidence["MissingPermission"]);
    }

    [Theory]
    [InlineData("af-south-1")]
    [InlineData("eu-south-1")]
    public void Strict_mode_supports_4_3_in_Cape_Town_and_Milan(string region) =>
        Assert.Equal("Passed", Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(region, Default())), strict: true).Status);

    [Fact]
    public void Groups_that_pass_are_folded_with_their_number() =>
        Assert.Equal("1 default security group has no rule.", Judging.JudgeOne("4.3", Network.Account(Network.RegionWith(Default())), each: false).Reason);

    private static SecurityGroup Default() => Network.Group(name: "default");

    private static Vpc Vpc(string id) => new() { VpcId = id, OwnerId = Judging.AccountId };

    private static Evidence<IReadOnlyList<Vpc>> DeniedVpcs() => Evidence.Missing<IReadOnlyList<Vpc>>(Judging.Denied("ec2:DescribeVpcs", Network.Region));
}
