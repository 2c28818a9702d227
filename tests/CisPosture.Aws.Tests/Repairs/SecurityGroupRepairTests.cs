using CisPosture.Accounts;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed partial class SecurityGroupRepairTests
{
    private const string World = "0.0.0.0/0";
    private const string WorldOfIPv6 = "::/0";
    private const string Arn = "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1";

    [Fact]
    public void Only_the_offending_rule_is_taken_away_by_its_id()
    {
        var plan = Plan(Group(Tcp(22, 22, World), Tcp(22, 22, "10.0.0.0/8"), Tcp(443, 443, World)), new SecurityGroupOptions(), "4.1");

        var step = Assert.Single(plan.Steps);
        Assert.Equal("ec2:RevokeSecurityGroupIngress", step.Call.Operation);
        Assert.Equal(RepairState.Parse("""{"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-0"]}"""), step.Call.Parameters);
    }

    [Fact]
    public void Undo_lets_the_same_addresses_in_again_with_description_and_tags()
    {
        var state = RepairState.Parse("""{"Description":"temporary, 2019","Tags":{"Owner":"ops"}}""");
        var group = Group(Tcp(22, 22, World)) with { Rules = new Dictionary<SecurityGroupRuleKey, SettingReading> { [Tcp(22, 22, World)] = new(state, "sgr-0") } };
        var inverse = Assert.Single(Plan(group, new SecurityGroupOptions(), "4.1").Steps).Inverse;

        Assert.Equal("ec2:AuthorizeSecurityGroupIngress", inverse?.Operation);
        Assert.Equal(
            RepairState.Parse(
                """
                { "GroupId": "sg-1",
                  "IpPermissions": [ { "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "Ipv4Ranges": [ { "CidrIp": "0.0.0.0/0", "Description": "temporary, 2019" } ] } ],
                  "TagSpecifications": [ { "ResourceType": "security-group-rule", "Tags": [ { "Key": "Owner", "Value": "ops" } ] } ] }
                """),
            inverse?.Parameters);
    }

    [Theory]
    [InlineData("-1", null, null)]
    [InlineData("tcp", 0, 65535)]
    [InlineData("tcp", 20, 25)]
    public void A_wide_rule_needs_a_choice(string protocol, int? from, int? to)
    {
        var plan = Plan(Group(Ingress(protocol, from, to, World)), new SecurityGroupOptions(), "4.1");

        Assert.Equal(RepairReasonCode.ChoiceNeeded, plan.Skip?.ReasonCode);
        Assert.Equal("Repair-CisSecurityGroup -WideRule Split", plan.Skip?.Command);
    }

    [Fact]
    public void Skip_leaves_wide_rules_and_closes_the_others()
    {
        var group = Group(Tcp(22, 22, WorldOfIPv6), Tcp(0, 65535, World));
        var plan = Plan(group, new SecurityGroupOptions { WideRule = WideRule.Skip }, "4.1");

        Assert.Equal(Tcp(22, 22, WorldOfIPv6), KeyOf(Assert.Single(plan.Steps)));
        Assert.Contains(plan.Warnings, warning => warning.Contains("stays", StringComparison.Ordinal));
        Assert.Equal(
            RepairReasonCode.ChoiceNeeded,
            Plan(Group(Tcp(0, 65535, World)), new SecurityGroupOptions { WideRule = WideRule.Skip }, "4.1").Skip?.ReasonCode);
    }

    [Fact]
    public void Revoke_takes_a_wide_rule_away_whole_and_says_so()
    {
        var plan = Plan(Group(Ingress("-1", null, null, World)), new SecurityGroupOptions { WideRule = WideRule.Revoke }, "4.1");

        Assert.Equal("ec2:RevokeSecurityGroupIngress", Assert.Single(plan.Steps).Call.Operation);
        Assert.Contains("not only port 22", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Split_lets_the_other_ports_in_before_the_rule_is_taken_away()
    {
        var plan = Plan(Group(Ingress("-1", null, null, World)), new SecurityGroupOptions { WideRule = WideRule.Split }, "4.1", "4.2");

        Assert.Equal(
            ["tcp 0-21", "tcp 23-3388", "tcp 3390-65535", "udp 0-65535", "icmp -1--1"],
            plan.Steps.SkipLast(1).Select(step => KeyOf(step)).Select(key => $"{key.Protocol} {key.FromPort}-{key.ToPort}"));
        Assert.All(plan.Steps.SkipLast(1), step => Assert.Equal(("ec2:AuthorizeSecurityGroupIngress", World), (step.Call.Operation, KeyOf(step).Peer)));
        Assert.Equal("ec2:RevokeSecurityGroupIngress", plan.Steps[^1].Call.Operation);
        Assert.Contains(plan.Warnings, warning => warning.Contains("GRE", StringComparison.Ordinal));
    }

    [Fact]
    public void Split_of_IPv6_keeps_its_own_ICMP() =>
        Assert.Contains(Plan(Group(Ingress("-1", null, null, WorldOfIPv6)), new SecurityGroupOptions { WideRule = WideRule.Split }, "4.1").Steps, step => KeyOf(step).Protocol == "icmpv6");

    [Fact]
    public void Split_adds_no_rule_that_is_there_already()
    {
        var plan = Plan(Group(Tcp(20, 23, World), Tcp(23, 23, World)), new SecurityGroupOptions { WideRule = WideRule.Split }, "4.1");
        Assert.Equal([Tcp(20, 21, World), Tcp(20, 23, World)], plan.Steps.Select(KeyOf));
    }

    [Fact]
    public void A_replacement_takes_the_place_of_the_world_of_its_own_family()
    {
        var group = Group(Tcp(22, 22, World), Tcp(22, 22, WorldOfIPv6));
        var plan = Plan(group, new SecurityGroupOptions { ReplacementCidrs = ["203.0.113.0/24", "2001:db8::/32"] }, "4.1");

        Assert.Equal(["2001:db8::/32", "203.0.113.0/24"], plan.Steps.Take(2).Select(step => KeyOf(step).Peer).Order(StringComparer.Ordinal));
        Assert.All(plan.Steps.Take(2), step => Assert.Null(step.Before));
        Assert.All(plan.Steps.Skip(2), step => Assert.Null(step.After));
    }

    [Fact]
    public void A_replacement_is_a_choice_for_wide_rules_too()
    {
        var whole = Plan(Group(Tcp(20, 25, World)), new SecurityGroupOptions { ReplacementCidrs = ["203.0.113.0/24"] }, "4.1");
        Assert.Equal([Tcp(20, 25, "203.0.113.0/24"), Tcp(20, 25, World)], whole.Steps.Select(KeyOf));

        var split = Plan(Group(Tcp(20, 25, World)), new SecurityGroupOptions { ReplacementCidrs = ["203.0.113.0/24"], WideRule = WideRule.Split }, "4.1");
        Assert.Equal([Tcp(20, 21, World), Tcp(23, 25, World), Tcp(22, 22, "203.0.113.0/24"), Tcp(20, 25, World)], split.Steps.Select(KeyOf));
    }

    [Fact]
    public void A_prefix_list_is_no_longer_named_but_not_edited()
    {
        var group = Group(Tcp(22, 22, "pl-1")) with
        {
            PrefixLists = new Dictionary<string, Evidence<IReadOnlyList<string>>>(StringComparer.Ordinal) { ["pl-1"] = Evidence.Of<IReadOnlyList<string>>([World, "10.0.0.0/8"]) },
        };
        var plan = Plan(group, new SecurityGroupOptions(), "4.1");

        Assert.Equal("ec2:RevokeSecurityGroupIngress", Assert.Single(plan.Steps).Call.Operation);
        Assert.Contains("prefix list pl-1", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefix_list_that_cannot_be_read_leaves_the_group_alone()
    {
        var gap = new EvidenceGap { ReasonCode = ReasonCode.AccessDenied, Operation = "ec2:GetManagedPrefixListEntries", Permission = "ec2:GetManagedPrefixListEntries" };
        var group = Group(Tcp(22, 22, "pl-1")) with
        {
            PrefixLists = new Dictionary<string, Evidence<IReadOnlyList<string>>>(StringComparer.Ordinal) { ["pl-1"] = Evidence.Missing<IReadOnlyList<string>>(gap) },
        };

        Assert.Equal(ReasonCode.PrefixListNotReadable, Plan(group, new SecurityGroupOptions(), "4.1").Skip?.ReasonCode);
    }

    [Fact]
    public void IPv6_stays_where_the_user_judges_IPv4_only()
    {
        var options = new SecurityGroupOptions { ControlParameters = RepairSamples.Parameters("4.1", "IPv4Only", true) };
        Assert.True(Plan(Group(Tcp(22, 22, WorldOfIPv6)), options, "4.1").IsCompliant);
    }

    [Fact]
    public void What_does_not_open_the_port_is_compliant() =>
        Assert.True(Plan(Group(Tcp(23, 100, World), Ingress("udp", 22, 22, World), Ingress("47", null, null, World), Ingress("-1", null, null, "sg-2")), new SecurityGroupOptions(), "4.1").IsCompliant);

    [Fact]
    public void Who_uses_the_group_is_told()
    {
        var plan = Plan(Group(Tcp(22, 22, World)) with { NetworkInterfaces = ["eni-1"] }, new SecurityGroupOptions(), "4.1");
        Assert.Contains("eni-1", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_group_loses_every_rule_and_each_can_be_brought_back()
    {
        var self = Ingress("-1", null, null, "sg-1");
        var outward = new SecurityGroupRuleKey(IsEgress: true, "-1", null, null, World);
        var plan = Plan(Group(self, outward), new SecurityGroupOptions(), "4.3");

        Assert.Equal(["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"], plan.Steps.Select(step => step.Call.Operation).Order(StringComparer.Ordinal));
        Assert.Equal(["ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress"], plan.Steps.Select(step => step.Inverse!.Operation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_default_group_in_use_is_left_alone_without_Force_and_only_its_ports_are_closed()
    {
        var group = Group(Tcp(22, 22, World), Ingress("-1", null, null, "sg-1")) with { NetworkInterfaces = ["eni-1"], ReferringGroups = ["sg-2"] };
        var plans = Plans(group, new SecurityGroupOptions(), "4.1", "4.3");

        Assert.Equal(RepairReasonCode.InUse, plans[0].Skip?.ReasonCode);
        Assert.Contains("eni-1", plans[0].Skip?.Reason, StringComparison.Ordinal);
        Assert.Single(plans[1].Steps);

        var forced = Assert.Single(Plans(group, new SecurityGroupOptions { Force = true }, "4.1", "4.3"));
        Assert.Equal(2, forced.Steps.Count);
        Assert.Contains(forced.Warnings, warning => warning.Contains("eni-1", StringComparison.Ordinal));
        Assert.Contains(forced.Warnings, warning => warning.Contains("sg-2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_that_is_gone_is_skipped()
    {
        var gap = new EvidenceGap { ReasonCode = ReasonCode.ServiceError, Operation = "ec2:DescribeSecurityGroups", ErrorCode = "InvalidGroup.NotFound" };
        var live = new Dictionary<string, Evidence<LiveSecurityGroup>>(StringComparer.Ordinal) { [Arn] = Evidence.Missing<LiveSecurityGroup>(gap) };
        var plan = Assert.Single(new SecurityGroupRepair().Plan(RepairSamples.Place, live, [RepairSamples.Subject("4.1", Arn, "eu-west-1")], new SecurityGroupOptions()));

        Assert.Equal(RepairReasonCode.ResourceGone, plan.Skip?.ReasonCode);
    }

    private static RepairPlan Plan(LiveSecurityGroup group, SecurityGroupOptions options, params string[] controls) => Assert.Single(Plans(group, options, controls));

    private static IReadOnlyList<RepairPlan> Plans(LiveSecurityGroup group, SecurityGroupOptions options, params string[] controls)
    {
        var subjects = controls.Select(control => RepairSamples.Subject(control, Arn, "eu-west-1")).ToList();
        var live = new Dictionary<string, Evidence<LiveSecurityGroup>>(StringComparer.Ordinal) { [Arn] = Evidence.Of(group) };
        var plans = new SecurityGroupRepair().Plan(RepairSamples.Place, live, subjects, options);
        RepairSamples.CoversOnce(subjects, plans);
        return plans;
    }

    private static LiveSecurityGroup Group(params SecurityGroupRuleKey[] rules) => new()
    {
        GroupId = "sg-1",
        GroupName = "default",
        Rules = rules.Select((key, index) => (key, index)).ToDictionary(rule => rule.key, rule => new SettingReading(RepairState.Empty, $"sgr-{rule.index}")),
    };

    private static SecurityGroupRuleKey Tcp(int from, int to, string peer) => Ingress("tcp", from, to, peer);

    private static SecurityGroupRuleKey Ingress(string protocol, int? from, int? to, string peer) => new(IsEgress: false, protocol, from, to, peer);

    private static SecurityGroupRuleKey KeyOf(RepairStep step) => SecurityGroupRuleKey.Of(step.Target.Key!);
}
