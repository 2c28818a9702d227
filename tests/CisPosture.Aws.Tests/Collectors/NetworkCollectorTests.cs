using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class NetworkCollectorTests : IDisposable
{
    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Security_groups_are_read_page_by_page_with_all_kinds_of_sources()
    {
        _account.Aws.On("ec2:DescribeSecurityGroups", call => ScriptedAws.Answer((200, Answers.Ec2(
            "DescribeSecurityGroups",
            call.Fields.ContainsKey("NextToken") ? """
                <securityGroupInfo><item><ownerId>111122223333</ownerId><groupId>sg-1</groupId><groupName>default</groupName><vpcId>vpc-1</vpcId>
                  <ipPermissions>
                    <item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>
                      <groups><item><userId>111122223333</userId><groupId>sg-9</groupId></item></groups>
                      <ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>
                      <ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6></item></ipv6Ranges>
                      <prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item>
                    <item><ipProtocol>-1</ipProtocol><groups/><ipRanges/><ipv6Ranges/><prefixListIds/></item>
                  </ipPermissions><ipPermissionsEgress/></item></securityGroupInfo>
                """ : """
                <securityGroupInfo><item><ownerId>999900001111</ownerId><groupId>sg-2</groupId><groupName>shared</groupName><ipPermissions/><ipPermissionsEgress/></item></securityGroupInfo>
                <nextToken>more</nextToken>
                """))));

        var groups = Assert.Single((await _account.CollectAsync(EvidenceKind.SecurityGroups)).Regions).SecurityGroups.Value!;

        Assert.Equal(["sg-1", "sg-2"], groups.Select(group => group.GroupId));
        Assert.Equal((null, "999900001111"), (groups[1].VpcId, groups[1].OwnerId));
        Assert.Equal(["-1", "tcp"], groups[0].Ingress.Select(permission => permission.IpProtocol));
        Assert.Equal((null, null), (groups[0].Ingress[0].FromPort, groups[0].Ingress[0].ToPort));
        var ssh = groups[0].Ingress[1];
        Assert.Equal((22, 22), (ssh.FromPort, ssh.ToPort));
        Assert.Equal(["0.0.0.0/0", "10.0.0.0/8"], ssh.Ipv4Ranges);
        Assert.Equal(["::/0"], ssh.Ipv6Ranges);
        Assert.Equal(["pl-1"], ssh.PrefixListIds);
        Assert.Equal(["sg-9"], ssh.GroupIds);
        Assert.Equal("1000", _account.Aws.Calls.First().Fields["MaxResults"]);
    }

    [Fact]
    public async Task Prefix_lists_that_rules_refer_to_are_read_each_once_and_no_others()
    {
        _account.Aws.On("ec2:DescribeSecurityGroups", Answers.Ec2("DescribeSecurityGroups", """
            <securityGroupInfo>
              <item><groupId>sg-1</groupId><ipPermissions><item><ipProtocol>tcp</ipProtocol><prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item></ipPermissions></item>
              <item><groupId>sg-2</groupId><ipPermissions><item><ipProtocol>tcp</ipProtocol><prefixListIds><item><prefixListId>pl-1</prefixListId></item><item><prefixListId>pl-2</prefixListId></item></prefixListIds></item></ipPermissions>
                <ipPermissionsEgress><item><ipProtocol>tcp</ipProtocol><prefixListIds><item><prefixListId>pl-out</prefixListId></item></prefixListIds></item></ipPermissionsEgress></item>
            </securityGroupInfo>
            """));
        _account.Aws.On("ec2:GetManagedPrefixListEntries", call => ScriptedAws.Answer(
            call.Fields["PrefixListId"] == "pl-1"
                ? (200, Answers.Ec2("GetManagedPrefixListEntries", "<entrySet><item><cidr>10.0.0.0/8</cidr></item><item><cidr>0.0.0.0/0</cidr></item></entrySet>"))
                : Answers.Ec2Refusal("UnauthorizedOperation")));

        var lists = Assert.Single((await _account.CollectAsync(EvidenceKind.PrefixLists)).Regions).PrefixLists;

        Assert.Equal(["pl-1", "pl-2"], lists.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["0.0.0.0/0", "10.0.0.0/8"], lists["pl-1"].Value!);
        Assert.Equal("ACCESS_DENIED", lists["pl-2"].Gap!.ReasonCode);
        Assert.Equal(2, _account.Aws.CountOf("ec2:GetManagedPrefixListEntries"));
    }

    [Fact]
    public async Task Vpcs_and_flow_logs_are_read()
    {
        _account.Aws.On("ec2:DescribeVpcs", Answers.Ec2("DescribeVpcs", "<vpcSet><item><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId><isDefault>true</isDefault><cidrBlock>172.31.0.0/16</cidrBlock></item></vpcSet>"));
        _account.Aws.On("ec2:DescribeFlowLogs", Answers.Ec2("DescribeFlowLogs", """
            <flowLogSet><item><flowLogId>fl-1</flowLogId><flowLogStatus>ACTIVE</flowLogStatus><resourceId>vpc-1</resourceId><trafficType>REJECT</trafficType>
            <deliverLogsStatus>FAILED</deliverLogsStatus><deliverLogsErrorMessage>Access error</deliverLogsErrorMessage><logDestinationType>cloud-watch-logs</logDestinationType></item></flowLogSet>
            """));

        var region = Assert.Single((await _account.CollectAsync(EvidenceKind.Vpcs, EvidenceKind.FlowLogs)).Regions);

        Assert.Equal([new Vpc { VpcId = "vpc-1", OwnerId = "111122223333", IsDefault = true, CidrBlock = "172.31.0.0/16" }], region.Vpcs.Value!);
        Assert.Equal(
            [
                new FlowLog
                {
                    FlowLogId = "fl-1", ResourceId = "vpc-1", FlowLogStatus = "ACTIVE", TrafficType = "REJECT", DeliverLogsStatus = "FAILED",
                    DeliverLogsErrorMessage = "Access error", LogDestinationType = "cloud-watch-logs",
                },
            ],
            region.FlowLogs.Value!);
    }

    [Fact]
    public async Task Network_interfaces_tell_which_groups_are_used()
    {
        _account.Aws.On("ec2:DescribeNetworkInterfaces", Answers.Ec2("DescribeNetworkInterfaces", """
            <networkInterfaceSet>
              <item><networkInterfaceId>eni-1</networkInterfaceId><groupSet><item><groupId>sg-2</groupId></item><item><groupId>sg-1</groupId></item></groupSet></item>
              <item><networkInterfaceId>eni-2</networkInterfaceId><groupSet><item><groupId>sg-2</groupId></item></groupSet></item>
            </networkInterfaceSet>
            """));

        Assert.Equal(["sg-1", "sg-2"], Assert.Single((await _account.CollectAsync(EvidenceKind.SecurityGroupsInUse)).Regions).SecurityGroupsInUse.Value!);
    }

    [Fact]
    public async Task Config_recorders_are_matched_with_their_status_by_name()
    {
        _account.Aws.On("config:DescribeConfigurationRecorders", """{"ConfigurationRecorders":[{"name":"default","recordingGroup":{"allSupported":true,"includeGlobalResourceTypes":true}},{"name":"aws-owned","servicePrincipal":"securityhub.amazonaws.com"}]}""");
        _account.Aws.On("config:DescribeConfigurationRecorderStatus", """{"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStatus":"Failure","lastErrorCode":"E"}]}""");
        _account.Aws.On("config:DescribeDeliveryChannels", Answers.JsonRefusal("AccessDeniedException"));

        var region = Assert.Single((await _account.CollectAsync(EvidenceKind.ConfigRecorders)).Regions);

        Assert.Equal(["aws-owned", "default"], region.ConfigRecorders.Value!.Select(recorder => recorder.Name));
        Assert.Equal(("securityhub.amazonaws.com", false), (region.ConfigRecorders.Value![0].ServicePrincipal, region.ConfigRecorders.Value[0].IsRecording));
        Assert.Equal((true, true, true, "Failure", "E"), (region.ConfigRecorders.Value[1].AllSupported, region.ConfigRecorders.Value[1].IncludeGlobalResourceTypes, region.ConfigRecorders.Value[1].IsRecording, region.ConfigRecorders.Value[1].LastStatus, region.ConfigRecorders.Value[1].LastErrorCode));
        Assert.Equal("config:DescribeDeliveryChannels", region.ConfigDeliveryChannels.Gap!.Permission);
    }
}
