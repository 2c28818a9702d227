using Amazon.EC2;
using Amazon.EC2.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>One rule of a security group: there or not there, with its description and tags.</summary>
internal sealed class SecurityGroupRuleSetting : Setting
{
    public const string Name = "SecurityGroupRule";

    private const string Description = nameof(Description);
    private const string Tags = nameof(Tags);

    public override string Kind => Name;

    public static RepairTarget Target(string region, string groupArn, SecurityGroupRuleKey key) => new(Name, region, groupArn, key.ToState());

    /// <summary>A new rule.</summary>
    public static RepairState Described(string? description) => RepairState.Of((Description, description));

    /// <summary>The description of a rule; null where it has none.</summary>
    public static string? DescriptionOf(RepairState? state) => state?.Text(Description);

    /// <summary>The id of a group, whose ARN ends with it.</summary>
    public static string GroupId(string groupArn) => groupArn.Substring(groupArn.LastIndexOf('/') + 1);

    /// <summary>Lists the rules of a group.</summary>
    public static async Task<IReadOnlyDictionary<SecurityGroupRuleKey, SettingReading>> ListAsync(RepairContext context, string region, string groupId)
    {
        var pages = await context.Calls.PagesAsync(
            RepairOperations.DescribeSecurityGroupRules,
            region,
            (token, cancellation) => context.Clients.Ec2(region).DescribeSecurityGroupRulesAsync(
                new DescribeSecurityGroupRulesRequest { Filters = [new Filter("group-id", [groupId])], NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.SecurityGroupRules ?? []).ToDictionary(SecurityGroupRuleKey.Of, rule => new SettingReading(StateOf(rule), rule.SecurityGroupRuleId));
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var rules = await ListAsync(context, target.Region, GroupId(target.ResourceId)).ConfigureAwait(false);
        return rules.TryGetValue(SecurityGroupRuleKey.Of(target.Key!), out var rule) ? rule : SettingReading.Missing;
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var key = SecurityGroupRuleKey.Of(target.Key!);
        return to is null ? Revoke(target, key, from) : Authorize(target, key, to);
    }

    // By its id, so that it is this rule and no other; without one, which only a step that was never taken lacks, by what it lets through.
    private static SettingChange Revoke(RepairTarget target, SecurityGroupRuleKey key, SettingReading from)
    {
        var (groupId, ids) = (GroupId(target.ResourceId), from.Id is { } id ? new List<string> { id } : null);
        var permissions = ids is null ? new List<IpPermission> { key.ToIpPermission(description: null) } : null;
        return key.IsEgress
            ? SettingChange.Of(
                RepairOperations.RevokeSecurityGroupEgress,
                new RevokeSecurityGroupEgressRequest { GroupId = groupId, SecurityGroupRuleIds = ids, IpPermissions = permissions },
                (clients, request, cancellation) => clients.Ec2(target.Region).RevokeSecurityGroupEgressAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.RevokeSecurityGroupIngress,
                new RevokeSecurityGroupIngressRequest { GroupId = groupId, SecurityGroupRuleIds = ids, IpPermissions = permissions },
                (clients, request, cancellation) => clients.Ec2(target.Region).RevokeSecurityGroupIngressAsync(request, cancellation));
    }

    private static SettingChange Authorize(RepairTarget target, SecurityGroupRuleKey key, RepairState to)
    {
        var groupId = GroupId(target.ResourceId);
        var permissions = new List<IpPermission> { key.ToIpPermission(DescriptionOf(to)) };
        return key.IsEgress
            ? SettingChange.Of(
                RepairOperations.AuthorizeSecurityGroupEgress,
                new AuthorizeSecurityGroupEgressRequest { GroupId = groupId, IpPermissions = permissions, TagSpecifications = TagsOf(to) },
                (clients, request, cancellation) => clients.Ec2(target.Region).AuthorizeSecurityGroupEgressAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.AuthorizeSecurityGroupIngress,
                new AuthorizeSecurityGroupIngressRequest { GroupId = groupId, IpPermissions = permissions, TagSpecifications = TagsOf(to) },
                (clients, request, cancellation) => clients.Ec2(target.Region).AuthorizeSecurityGroupIngressAsync(request, cancellation));
    }

    private static RepairState StateOf(SecurityGroupRule rule)
    {
        var tags = (rule.Tags ?? []).ToDictionary(tag => tag.Key, tag => (object?)tag.Value, StringComparer.Ordinal);
        return RepairState.Of((Description, string.IsNullOrEmpty(rule.Description) ? null : rule.Description), (Tags, tags.Count > 0 ? tags : null));
    }

    private static List<TagSpecification>? TagsOf(RepairState state) => state.Member(Tags) is { } tags
        ? [new TagSpecification { ResourceType = ResourceType.SecurityGroupRule, Tags = [.. tags.Names.Select(name => new Tag(name, tags.Text(name)))] }]
        : null;
}
