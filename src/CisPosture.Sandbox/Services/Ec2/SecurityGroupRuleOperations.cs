using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>Adds, takes away and changes rules; a request does all of what it asks for or nothing.</summary>
internal static class SecurityGroupRuleOperations
{
    private const int RulesOfAGroup = 60;

    public static ApiResult AuthorizeSecurityGroupIngress(ApiCall call) => Authorize(call, group => group.Ingress, isEgress: false);

    public static ApiResult AuthorizeSecurityGroupEgress(ApiCall call) => Authorize(call, group => group.Egress, isEgress: true);

    public static ApiResult RevokeSecurityGroupIngress(ApiCall call) => Revoke(call, group => group.Ingress, isEgress: false);

    public static ApiResult RevokeSecurityGroupEgress(ApiCall call) => Revoke(call, group => group.Egress, isEgress: true);

    public static ApiResult ModifySecurityGroupRules(ApiCall call)
    {
        var group = SecurityGroupLookup.Find(call);
        var updates = call.Input.Structures("SecurityGroupRule");
        if (updates.Count == 0) throw call.Errors.Missing("SecurityGroupRule");
        var (ingress, egress) = (group.Ingress.ToList(), group.Egress.ToList());
        foreach (var update in updates) Replace(call, group, update, ingress, egress);
        Check(call, ingress);
        Check(call, egress);
        Overwrite(group.Ingress, ingress);
        Overwrite(group.Egress, egress);
        return new Structure { ["return"] = true };
    }

    public static ApiException NoSuchRule(string id) => new("InvalidSecurityGroupRuleId.NotFound", $"The security group rule ID '{id}' does not exist");

    private static ApiResult Authorize(ApiCall call, Func<SecurityGroup, List<SecurityGroupRule>> side, bool isEgress)
    {
        var group = SecurityGroupLookup.Find(call);
        var rules = IpPermissions.Read(call, group);
        var tags = Ec2Tags.OfNew(call, "security-group-rule");
        Check(call, [.. side(group), .. rules]);
        foreach (var rule in rules)
        {
            rule.RuleId = UniqueId.NewHex("sgr");
            Ec2Tags.Merge(rule.Tags, tags);
            side(group).Add(rule);
        }

        return new Structure { ["return"] = true, ["securityGroupRuleSet"] = rules.Select(rule => RuleShapes.Rule(call, group, rule, isEgress)) };
    }

    private static ApiResult Revoke(ApiCall call, Func<SecurityGroup, List<SecurityGroupRule>> side, bool isEgress)
    {
        var group = SecurityGroupLookup.Find(call);
        var ids = call.Input.Texts("SecurityGroupRuleId");
        var (found, unknown) = ids.Count > 0 ? (ByIds(side(group), ids), []) : ByProperties(call, group, side(group));
        if (unknown.Count > 0 && !SecurityGroupLookup.VpcOf(call, group).IsDefault) throw new ApiException("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        foreach (var rule in found) side(group).Remove(rule);
        return new Structure
        {
            ["return"] = true,
            ["unknownIpPermissionSet"] = RuleShapes.Permissions(group, unknown),
            ["revokedSecurityGroupRuleSet"] = found.Select(rule => RuleShapes.Revoked(group, rule, isEgress)),
        };
    }

    private static IReadOnlyList<SecurityGroupRule> ByIds(List<SecurityGroupRule> rules, IReadOnlyList<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Select(id => ById(rules, id))];

    private static SecurityGroupRule ById(List<SecurityGroupRule> rules, string id)
    {
        if (!id.StartsWith("sgr-", StringComparison.Ordinal)) throw new ApiException("InvalidSecurityGroupRuleId.Malformed", $"Invalid id: \"{id}\" (expecting \"sgr-...\")");
        return rules.Find(rule => rule.RuleId == id) ?? throw NoSuchRule(id);
    }

    /// <summary>Descriptions do not matter. In a default VPC, rules that the group does not have are told of; elsewhere they are an error.</summary>
    private static (IReadOnlyList<SecurityGroupRule> Found, IReadOnlyList<SecurityGroupRule> Unknown) ByProperties(ApiCall call, SecurityGroup group, List<SecurityGroupRule> rules)
    {
        var asked = IpPermissions.Read(call, group);
        return ([.. asked.Select(one => rules.Find(one.IsAlike)).OfType<SecurityGroupRule>()], [.. asked.Where(one => !rules.Exists(one.IsAlike))]);
    }

    private static void Replace(ApiCall call, SecurityGroup group, ApiInput update, List<SecurityGroupRule> ingress, List<SecurityGroupRule> egress)
    {
        var id = update.Required("SecurityGroupRuleId");
        var side = egress.Exists(rule => rule.RuleId == id) ? egress : ingress;
        var old = ById(side, id);
        side[side.IndexOf(old)] = IpPermissions.ReadUpdate(call, group, update.Structure("SecurityGroupRule") ?? throw call.Errors.Missing("SecurityGroupRule"), old);
    }

    private static void Overwrite(List<SecurityGroupRule> rules, List<SecurityGroupRule> changed)
    {
        rules.Clear();
        rules.AddRange(changed);
    }

    private static void Check(ApiCall call, IReadOnlyList<SecurityGroupRule> rules)
    {
        var twice = rules.Where((rule, index) => rules.Take(index).Any(rule.IsAlike)).FirstOrDefault();
        if (twice is not null) throw new ApiException("InvalidPermission.Duplicate", $"the specified rule \"{Words(twice)}\" already exists");
        if (Math.Max(Weight(call, rules, "IPv4", rule => rule.IsIpv4), Weight(call, rules, "IPv6", rule => rule.IsIpv6)) > RulesOfAGroup)
        {
            throw new ApiException("RulesPerSecurityGroupLimitExceeded", "The maximum number of rules per security group has been reached.");
        }
    }

    /// <summary>The quota is one for each address family: a group counts in both, a prefix list with as many rules as it may have entries.</summary>
    private static int Weight(ApiCall call, IReadOnlyList<SecurityGroupRule> rules, string family, Func<SecurityGroupRule, bool> isOfFamily)
    {
        var lists = call.RegionState.Ec2.PrefixLists.Where(list => list.AddressFamily == family);
        return rules.Count(rule => isOfFamily(rule) || rule.IsGroup)
            + rules.Where(rule => rule.IsPrefixList).Sum(rule => lists.FirstOrDefault(list => list.PrefixListId == rule.Peer)?.MaxEntries ?? 0);
    }

    private static string Words(SecurityGroupRule rule)
    {
        var protocol = rule.Protocol == "-1" ? "ALL" : rule.Protocol.ToUpperInvariant();
        return rule.FromPort is null ? $"peer: {rule.Peer}, {protocol}, ALLOW" : $"peer: {rule.Peer}, {protocol}, from port: {rule.FromPort}, to port: {rule.ToPort}, ALLOW";
    }
}
