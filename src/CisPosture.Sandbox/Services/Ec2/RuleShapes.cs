using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>Security group rules as EC2 tells of them: one by one, or those of like protocol and ports gathered into a permission.</summary>
internal static class RuleShapes
{
    public static Structure Rule(ApiCall call, SecurityGroup group, SecurityGroupRule rule, bool isEgress) => new()
    {
        ["securityGroupRuleId"] = rule.RuleId,
        ["securityGroupRuleArn"] = call.Account.Arn("ec2", call.Region, $"security-group-rule/{rule.RuleId}"),
        ["groupId"] = group.GroupId,
        ["groupOwnerId"] = group.OwnerId,
        ["isEgress"] = isEgress,
        ["ipProtocol"] = rule.Protocol,
        ["fromPort"] = rule.FromPort ?? -1,
        ["toPort"] = rule.ToPort ?? -1,
        ["cidrIpv4"] = rule.IsIpv4 ? rule.Peer : null,
        ["cidrIpv6"] = rule.IsIpv6 ? rule.Peer : null,
        ["prefixListId"] = rule.IsPrefixList ? rule.Peer : null,
        ["referencedGroupInfo"] = rule.IsGroup ? new Structure { ["groupId"] = rule.Peer, ["userId"] = group.OwnerId } : null,
        ["description"] = rule.Description,
        ["tagSet"] = Ec2Tags.Describe(rule.Tags),
    };

    public static Structure Revoked(SecurityGroup group, SecurityGroupRule rule, bool isEgress) => new()
    {
        ["securityGroupRuleId"] = rule.RuleId,
        ["groupId"] = group.GroupId,
        ["isEgress"] = isEgress,
        ["ipProtocol"] = rule.Protocol,
        ["fromPort"] = rule.FromPort ?? -1,
        ["toPort"] = rule.ToPort ?? -1,
        ["cidrIpv4"] = rule.IsIpv4 ? rule.Peer : null,
        ["cidrIpv6"] = rule.IsIpv6 ? rule.Peer : null,
        ["prefixListId"] = rule.IsPrefixList ? rule.Peer : null,
        ["referencedGroupId"] = rule.IsGroup ? rule.Peer : null,
        ["description"] = rule.Description,
    };

    public static IEnumerable<Structure> Permissions(SecurityGroup group, IEnumerable<SecurityGroupRule> rules) =>
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
}
