using Amazon.EC2;
using Amazon.EC2.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

/// <summary>EC2 has an SDK package: what it sends, the sandbox must understand, and the other way round.</summary>
public sealed class Ec2WriteTests
{
    private const string Region = "us-east-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rules_are_authorized_told_changed_and_revoked()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var ec2 = sandbox.Clients.Ec2(Region);
        var before = sandbox.Server.Account.Export();
        var group = (await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = [new Filter("group-name", ["web"])] }, Token)).SecurityGroups[0].GroupId;
        var permission = new IpPermission { IpProtocol = "tcp", FromPort = 8080, ToPort = 8081, Ipv4Ranges = [new IpRange { CidrIp = "192.0.2.0/24", Description = "office" }] };

        var made = await ec2.AuthorizeSecurityGroupIngressAsync(
            new AuthorizeSecurityGroupIngressRequest
            {
                GroupId = group,
                IpPermissions = [permission],
                TagSpecifications = [new TagSpecification { ResourceType = ResourceType.SecurityGroupRule, Tags = [new Tag("CisPosture", "1")] }],
            },
            Token);
        var rule = Assert.Single(made.SecurityGroupRules);
        await ec2.ModifySecurityGroupRulesAsync(
            new ModifySecurityGroupRulesRequest
            {
                GroupId = group,
                SecurityGroupRules = [new SecurityGroupRuleUpdate { SecurityGroupRuleId = rule.SecurityGroupRuleId, SecurityGroupRule = new SecurityGroupRuleRequest { IpProtocol = "tcp", FromPort = 8080, ToPort = 8080, CidrIpv4 = "192.0.2.0/24" } }],
            },
            Token);
        var told = Assert.Single((await ec2.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { Filters = [new Filter("tag:CisPosture", ["1"])] }, Token)).SecurityGroupRules);
        var stale = await SandboxClients.ErrorAsync(() => ec2.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [permission] }, Token));
        var revoked = await ec2.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, SecurityGroupRuleIds = [rule.SecurityGroupRuleId] }, Token);

        Assert.Equal(("office", 8081), (rule.Description, rule.ToPort));
        Assert.Equal((8080, null), (told.ToPort, told.Description));
        Assert.Equal("InvalidPermission.NotFound", stale);
        Assert.Equal(rule.SecurityGroupRuleId, Assert.Single(revoked.RevokedSecurityGroupRules).SecurityGroupRuleId);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    [Fact]
    public async Task A_flow_log_that_cannot_be_made_is_told_of_in_a_successful_answer()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var ec2 = sandbox.Clients.Ec2(Region);
        var vpc = (await ec2.DescribeVpcsAsync(new DescribeVpcsRequest(), Token)).Vpcs[0].VpcId;
        var request = new CreateFlowLogsRequest
        {
            ResourceType = FlowLogsResourceType.VPC,
            ResourceIds = [vpc, "vpc-00000000000000000"],
            TrafficType = TrafficType.ACCEPT,
            LogDestinationType = LogDestinationType.S3,
            LogDestination = "arn:aws:s3:::exemplary-access-logs",
            TagSpecifications = [new TagSpecification { ResourceType = ResourceType.VpcFlowLog, Tags = [new Tag("CisPosture", "1")] }],
        };

        var made = await ec2.CreateFlowLogsAsync(request, Token);
        var again = await ec2.CreateFlowLogsAsync(request, Token);
        var log = Assert.Single((await ec2.DescribeFlowLogsAsync(new DescribeFlowLogsRequest { Filter = [new Filter("tag:CisPosture", ["1"])] }, Token)).FlowLogs);
        var deleted = await ec2.DeleteFlowLogsAsync(new DeleteFlowLogsRequest { FlowLogIds = made.FlowLogIds }, Token);

        Assert.Equal("InvalidVpcId.NotFound", Assert.Single(made.Unsuccessful).Error.Code);
        Assert.Equal(["FlowLogAlreadyExists", "InvalidVpcId.NotFound"], again.Unsuccessful.Select(item => item.Error.Code));
        Assert.Equal((Assert.Single(made.FlowLogIds), vpc), (log.FlowLogId, log.ResourceId));
        Assert.Empty(deleted.Unsuccessful ?? []);
    }
}
