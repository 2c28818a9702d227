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
        var byId = Ec2Listing.ById(call, call.RegionState.Ec2.SecurityGroups, "GroupId", group => group.GroupId, SecurityGroupLookup.NoSuchGroup);
        var byName = Ec2Listing.ById(call, byId, "GroupName", group => group.GroupName, SecurityGroupLookup.NoSuchGroup);
        return Ec2Listing.Answer(call, Ec2Listing.Filtered(call, byName, GroupFilters, group => group.Tags), "securityGroupInfo", group => new Structure
        {
            ["ownerId"] = group.OwnerId,
            ["groupId"] = group.GroupId,
            ["groupName"] = group.GroupName,
            ["groupDescription"] = group.Description,
            ["securityGroupArn"] = call.Account.Arn("ec2", call.Region, $"security-group/{group.GroupId}"),
            ["vpcId"] = group.VpcId,
            ["ipPermissions"] = RuleShapes.Permissions(group, group.Ingress),
            ["ipPermissionsEgress"] = RuleShapes.Permissions(group, group.Egress),
            ["tagSet"] = Ec2Tags.Describe(group.Tags),
        });
    }

    public static ApiResult DescribeSecurityGroupRules(ApiCall call)
    {
        var all = call.RegionState.Ec2.SecurityGroups.SelectMany(group => group.Ingress.Select(rule => (group, rule, false)).Concat(group.Egress.Select(rule => (group, rule, true))));
        var rules = Ec2Listing.ById<(SecurityGroup Group, SecurityGroupRule Rule, bool IsEgress)>(call, all, "SecurityGroupRuleId", entry => entry.Rule.RuleId, SecurityGroupRuleOperations.NoSuchRule);
        var chosen = Ec2Listing.Filtered(call, rules, RuleFilters, entry => entry.Rule.Tags);
        return Ec2Listing.Answer(call, chosen, "securityGroupRuleSet", entry => RuleShapes.Rule(call, entry.Group, entry.Rule, entry.IsEgress));
    }

    /// <summary>A VPC's default group stays, and so does one that an interface or a rule of another group uses.</summary>
    public static ApiResult DeleteSecurityGroup(ApiCall call)
    {
        var group = SecurityGroupLookup.Find(call);
        if (group.GroupName == "default") throw new ApiException("CannotDelete", $"the specified group: \"{group.GroupId}\" name: \"default\" cannot be deleted by a user");
        if (IsInUse(call.RegionState.Ec2, group)) throw new ApiException("DependencyViolation", $"resource {group.GroupId} has a dependent object");
        SecurityGroupLookup.VpcOf(call, group).SecurityGroups.Remove(group);
        return new Structure { ["return"] = true, ["groupId"] = group.GroupId };
    }

    private static bool IsInUse(Ec2State state, SecurityGroup group) =>
        state.NetworkInterfaces.SelectMany(one => one.Groups).Contains(group)
        || state.SecurityGroups.Where(other => other != group).SelectMany(other => other.Ingress.Concat(other.Egress)).Any(rule => rule.Peer == group.GroupId);
}
