using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Tests.Ec2;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class Ec2WriteConformance
{
    private const string Region = ScratchAccount.Region;
    private const string Role = NetworkAccount.Role;

    [Fact]
    public async Task A_rule_is_authorized_with_description_and_tag_and_revoked_by_its_id()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var before = account.Sandbox.Account.Export();

        var made = await AskAsync(account, "authorize-security-group-ingress", "--group-id", Web(account).GroupId, "--ip-permissions", "IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=198.51.100.7/24,Description=offices}],Ipv6Ranges=[{CidrIpv6=2001:DB8::1/32}]", "--tag-specifications", "ResourceType=security-group-rule,Tags=[{Key=CisPosture,Value=1}]");
        var rules = made["SecurityGroupRules"]!;
        var told = (await AskAsync(account, "describe-security-group-rules", "--filters", "Name=tag:CisPosture,Values=1"))["SecurityGroupRules"]!;
        var revoked = await AskAsync(account, ["revoke-security-group-ingress", "--group-id", Web(account).GroupId, "--security-group-rule-ids", .. rules.Each("SecurityGroupRuleId").OfType<string>()]);

        Assert.Equal(["198.51.100.0/24", null], rules.Each("CidrIpv4"));
        Assert.Equal([null, "2001:db8::/32"], rules.Each("CidrIpv6"));
        Assert.Equal(("offices", "False"), (rules[0]!.Text("Description"), rules[0]!["IsEgress"]!.GetValue<bool>().ToString()));
        Assert.Equal(rules.Each("SecurityGroupRuleId"), told.Each("SecurityGroupRuleId"));
        Assert.Equal("1", told[0]!["Tags"]![0]!.Text("Value"));
        Assert.True(revoked["Return"]!.GetValue<bool>());
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_rule_is_revoked_by_its_properties_whatever_its_description_and_gets_another_id_when_it_comes_back()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var before = account.Sandbox.Account.Export();
        var id = Web(account).Ingress[0].RuleId;

        await AskAsync(account, "revoke-security-group-ingress", "--group-id", Web(account).GroupId, "--ip-permissions", "IpProtocol=6,FromPort=22,ToPort=22,IpRanges=[{CidrIp=0.0.0.0/0}]");
        Assert.Equal(["10.0.0.0/8", Web(account).GroupId], Web(account).Ingress.Select(rule => rule.Peer));
        await AskAsync(account, "authorize-security-group-ingress", "--group-id", Web(account).GroupId, "--ip-permissions", "IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=0.0.0.0/0,Description=temporary}]");
        await AskAsync(account, "revoke-security-group-egress", "--group-id", Web(account).GroupId, "--ip-permissions", "IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]");
        await AskAsync(account, "authorize-security-group-egress", "--group-id", Web(account).GroupId, "--ip-permissions", "IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]");

        Assert.Equal(before, account.Sandbox.Account.Export());
        Assert.DoesNotContain(id, Web(account).Ingress.Select(rule => rule.RuleId));
    }

    [Fact]
    public async Task A_rule_is_changed_under_its_id()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var id = Web(account).Ingress[0].RuleId;

        await AskAsync(account, "modify-security-group-rules", "--group-id", Web(account).GroupId, "--security-group-rules", $"SecurityGroupRuleId={id},SecurityGroupRule={{IpProtocol=tcp,FromPort=22,ToPort=23,CidrIpv4=192.0.2.1/24,Description=office}}");

        var rule = Web(account).Ingress[0];
        Assert.Equal((id, 22, 23, "192.0.2.0/24", "office"), (rule.RuleId, rule.FromPort, rule.ToPort, rule.Peer, rule.Description));
    }

    [Fact]
    public async Task Flow_logs_are_made_for_what_can_have_them_and_deleted()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var main = State(account).Vpcs[0].VpcId;
        string[] create = ["create-flow-logs", "--resource-type", "VPC", "--resource-ids", main, "vpc-00000000000000000", "--traffic-type", "REJECT", "--log-group-name", "rejected", "--deliver-logs-permission-arn", Role, "--tag-specifications", "ResourceType=vpc-flow-log,Tags=[{Key=CisPosture,Value=1}]"];

        var made = await AskAsync(account, create);
        var again = await AskAsync(account, create);
        var log = Assert.Single((await AskAsync(account, "describe-flow-logs", "--filter", $"Name=resource-id,Values={main}"))["FlowLogs"]!.AsArray())!;
        var deleted = await AskAsync(account, "delete-flow-logs", "--flow-log-ids", log.Text("FlowLogId")!, "fl-00000000000000000");

        Assert.Equal(log.Text("FlowLogId"), Assert.Single(made["FlowLogIds"]!.AsArray())!.ToString());
        Assert.Equal(("vpc-00000000000000000", "InvalidVpcId.NotFound"), Only(made));
        Assert.Equal((main, "FlowLogAlreadyExists"), (again["Unsuccessful"]![0]!.Text("ResourceId"), again["Unsuccessful"]![0]!["Error"]!.Text("Code")));
        Assert.Equal(("ACTIVE", "REJECT", "rejected", "SUCCESS", Role), (log.Text("FlowLogStatus"), log.Text("TrafficType"), log.Text("LogGroupName"), log.Text("DeliverLogsStatus"), log.Text("DeliverLogsPermissionArn")));
        Assert.Equal("CisPosture", log["Tags"]![0]!.Text("Key"));
        Assert.Equal(("fl-00000000000000000", "InvalidFlowLogId.NotFound"), Only(deleted));
        Assert.Empty(State(account).Vpcs[0].FlowLogs);
    }

    [Fact]
    public async Task Tags_are_put_on_told_and_taken_off()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var group = Web(account).GroupId;

        await account.Aws.DoAsync(Region, "ec2", "create-tags", "--resources", group, Web(account).Ingress[0].RuleId, "--tags", "Key=CisPosture,Value=1", "Key=Team,Value=security");
        var told = (await AskAsync(account, "describe-tags", "--filters", $"Name=resource-id,Values={group}", "Name=key,Values=Cis*"))["Tags"]!;
        await account.Aws.DoAsync(Region, "ec2", "delete-tags", "--resources", group, "--tags", "Key=Team,Value=other", "Key=CisPosture");

        Assert.Equal((group, "security-group", "1"), (told[0]!.Text("ResourceId"), told[0]!.Text("ResourceType"), told[0]!.Text("Value")));
        Assert.Equal(["Team"], Web(account).Tags.Keys);
        Assert.Equal(2, Web(account).Ingress[0].Tags.Count);
    }

    [Fact]
    public async Task A_group_that_nothing_uses_is_deleted_and_a_default_group_is_not()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        var (free, standard) = (State(account).SecurityGroups.Single(group => group.GroupName == "free").GroupId, State(account).SecurityGroups.First(group => group.GroupName == "default").GroupId);

        await account.Aws.DoAsync(Region, "ec2", "delete-security-group", "--group-id", free);

        Assert.Equal("CannotDelete", await account.Aws.ErrorAsync(Region, "ec2", "delete-security-group", "--group-id", standard));
        Assert.DoesNotContain(free, State(account).SecurityGroups.Select(group => group.GroupId));
    }

    private static (string?, string?) Only(JsonNode answer)
    {
        var item = Assert.Single(answer["Unsuccessful"]!.AsArray())!;
        return (item.Text("ResourceId"), item["Error"]!.Text("Code"));
    }

    private static Ec2State State(ScratchAccount account) => account.Sandbox.Account.Regions[Region].Ec2;

    private static SecurityGroup Web(ScratchAccount account) => State(account).SecurityGroups.Single(group => group.GroupName == "web");

    private static Task<JsonNode> AskAsync(ScratchAccount account, params string[] arguments) => account.Aws.AskAsync(Region, ["ec2", .. arguments]);
}
