using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

internal static class SecurityGroupOperations
{
    private static readonly Dictionary<string, Func<SecurityGroup, IEnumerable<string?>>> GroupFilters = new(StringComparer.Ordinal)
    {
        ["group-id"] = group => [group.GroupId],
        ["group-name"] = group => [group.GroupName],
        ["vpc-id"] = group => [group.VpcId],
        ["owner-id"] = group => [group.OwnerId],
        ["description"] = group => [group.Description],
        ["ip-permission.group-id"] = group => group.Ingress.Where(rule => rule.IsGroup).Select(rule => rule.Peer),
        ["ip-permission.cidr"] = group => group.Ingress.Where(rule => rule.IsIpv4).Select(rule => rule.Peer),
        ["egress.ip-permission.group-id"] = group => group.Egress.Where(rule => rule.IsGroup).Select(rule => rule.Peer),
    };

    private static readonly Dictionary<string, Func<(SecurityGroup Group, SecurityGroupRule Rule, bool IsEgress), IEnumerable<string?>>> RuleFilters = new(StringComparer.Ordinal)
    {
        ["group-id"] = entry => [entry.Group.GroupId],
        ["security-group-rule-id"] = entry => [entry.Rule.RuleId],
    };

    public static ApiResult DescribeSecurityGroups(ApiCall call)
    {
        var byId = Ec2Listing.ById(call, call.RegionState.Ec2.SecurityGroups, "GroupId", group => group.GroupId, NoSuchGroup);
        var byName = Ec2Listing.ById(call, byId, "GroupName", group => group.GroupName, NoSuchGroup);
        return Ec2Listing.Answer(call, Ec2Listing.Filtered(call, byName, GroupFilters), "securityGroupInfo", group => new Structure
        {
            ["ownerId"] = group.OwnerId,
            ["groupId"] = group.GroupId,
            ["groupName"] = group.GroupName,
            ["groupDescription"] = group.Description,
            ["securityGroupArn"] = call.Account.Arn("ec2", call.Region, $"security-group/{group.GroupId}"),
            ["vpcId"] = group.VpcId,
            ["ipPermissions"] = Permissions(group, group.Ingress),
            ["ipPermissionsEgress"] = Permissions(group, group.Egress),
            ["tagSet"] = Array.Empty<object>(),
        });
    }

    public static ApiResult DescribeSecurityGroupRules(ApiCall call)
    {
        var all = call.RegionState.Ec2.SecurityGroups.SelectMany(group => group.Ingress.Select(rule => (group, rule, false)).Concat(group.Egress.Select(rule => (group, rule, true))));
        var rules = Ec2Listing.ById<(SecurityGroup Group, SecurityGroupRule Rule, bool IsEgress)>(
            call,
            all,
            "SecurityGroupRuleId",
            entry => entry.Rule.RuleId,
            id => new ApiException("InvalidSecurityGroupRuleId.NotFound", $"The security group rule ID '{id}' does not exist"));
        return Ec2Listing.Answer(call, Ec2Listing.Filtered(call, rules, RuleFilters), "securityGroupRuleSet", entry => new Structure
        {
            ["securityGroupRuleId"] = entry.Rule.RuleId,
            ["securityGroupRuleArn"] = call.Account.Arn("ec2", call.Region, $"security-group-rule/{entry.Rule.RuleId}"),
            ["groupId"] = entry.Group.GroupId,
            ["groupOwnerId"] = entry.Group.OwnerId,
            ["isEgress"] = entry.IsEgress,
            ["ipProtocol"] = entry.Rule.Protocol,
            ["fromPort"] = entry.Rule.FromPort ?? -1,
            ["toPort"] = entry.Rule.ToPort ?? -1,
            ["cidrIpv4"] = entry.Rule.IsIpv4 ? entry.Rule.Peer : null,
            ["cidrIpv6"] = entry.Rule.IsIpv6 ? entry.Rule.Peer : null,
            ["prefixListId"] = entry.Rule.IsPrefixList ? entry.Rule.Peer : null,
            ["referencedGroupInfo"] = entry.Rule.IsGroup ? new Structure { ["groupId"] = entry.Rule.Peer, ["userId"] = entry.Group.OwnerId } : null,
            ["description"] = entry.Rule.Description,
            ["tagSet"] = Array.Empty<object>(),
        });
    }

    private static IEnumerable<Structure> Permissions(SecurityGroup group, IEnumerable<SecurityGroupRule> rules) =>
        rules.GroupBy(rule => (rule.Protocol, rule.FromPort, rule.ToPort)).Select(alike => new Structure
        {
            ["ipProtocol"] = alike.Key.Protocol,
            ["fromPort"] = alike.Key.FromPort,
            ["toPort"] = alike.Key.ToPort,
            ["groups"] = alike.Where(rule => rule.IsGroup).Select(rule => Peer(rule, "groupId", ("userId", group.OwnerId))),
            ["ipRanges"] = alike.Where(rule => rule.IsIpv4).Select(rule => Peer(rule, "cidrIp")),
            ["ipv6Ranges"] = alike.Where(rule => rule.IsIpv6).Select(rule => Peer(rule, "cidrIpv6")),
            ["prefixListIds"] = alike.Where(rule => rule.IsPrefixList).Select(rule => Peer(rule, "prefixListId")),
        });

    private static Structure Peer(SecurityGroupRule rule, string name, params (string Name, string Value)[] more)
    {
        var peer = new Structure { [name] = rule.Peer };
        foreach (var (memberName, value) in more) peer.Add(memberName, value);
        peer.Add("description", rule.Description);
        return peer;
    }

    private static ApiException NoSuchGroup(string id) => new("InvalidGroup.NotFound", $"The security group '{id}' does not exist");
}
