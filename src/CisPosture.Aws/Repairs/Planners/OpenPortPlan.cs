using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// Closes ports of one group to the world: lets in first who is to stay in, then takes the open rules away, each by itself. Other rules of
/// the group, and prefix lists, are not touched.
/// </summary>
internal sealed class OpenPortPlan(RepairPlace place, LiveSecurityGroup group, SecurityGroupOptions options, string region, string groupArn)
{
    private const int MostNamed = 5;

    private static readonly SecurityGroupRuleSetting Setting = new();

    private readonly List<RepairStep> _additions = [];
    private readonly List<RepairStep> _removals = [];
    private readonly List<string> _warnings = [];
    private readonly HashSet<SecurityGroupRuleKey> _added = [];

    /// <summary>Whether the user has said what to do with a rule.</summary>
    public static bool IsDecided(OpenRule rule, SecurityGroupOptions options) =>
        !rule.IsWide || options.WideRule is not null || options.ReplacementCidrs.Count > 0;

    /// <summary>Whether the user wants to leave a rule.</summary>
    public static bool IsLeft(OpenRule rule, SecurityGroupOptions options) => rule.IsWide && options.WideRule == WideRule.Skip;

    public RepairPlan Of(IReadOnlyList<RepairSubject> subjects, IReadOnlyList<OpenRule> rules)
    {
        foreach (var rule in rules)
        {
            Close(rule);
        }

        WarnOfUse(rules);
        return new RepairPlan { Subjects = subjects, Steps = [.. _additions, .. _removals], Warnings = _warnings };
    }

    private void Close(OpenRule rule)
    {
        if (IsLeft(rule, options))
        {
            _warnings.Add($"{group.GroupId}: {rule.Key} stays, because -WideRule is Skip.");
            return;
        }

        var isSplit = rule.IsWide && options.WideRule == WideRule.Split;
        if (isSplit)
        {
            Split(rule);
        }
        else if (rule.IsWide)
        {
            _warnings.Add($"{group.GroupId}: all of {rule.Key} is closed to the world, not only {Ports(rule.Ports)}.");
        }

        foreach (var key in Replacements(rule, isSplit))
        {
            Add(key, rule.Reading.State!, $"Let {key.Peer} in");
        }

        _removals.Add(Setting.Step(place, Target(rule.Key), rule.Reading, after: null, $"Take away {rule.Key}"));
        if (rule.Ranges?.Count > 1)
        {
            var others = rule.Ranges.Count - 1;
            _warnings.Add($"{group.GroupId}: {others} more {(others == 1 ? "range of prefix list " : "ranges of prefix list ")}{rule.Key.Peer} cannot reach the port any more; the list itself stays as it is.");
        }
    }

    private void Split(OpenRule rule)
    {
        foreach (var key in RuleRemainder.Of(rule.Key, rule.Ports, rule.IsIPv6))
        {
            Add(key, rule.Reading.State!, $"Keep {key}");
        }

        if (rule.Key.Protocol == SecurityGroupRuleKey.AllTraffic)
        {
            _warnings.Add($"{group.GroupId}: of {rule.Key}, TCP, UDP and ICMP are kept; protocols without ports, such as GRE and ESP, are closed.");
        }
    }

    // A range of IPv4 takes the place of the world of IPv4 only; a prefix list may stand for both.
    private IEnumerable<SecurityGroupRuleKey> Replacements(OpenRule rule, bool isSplit)
    {
        var cidrs = options.ReplacementCidrs.Where(cidr => rule.Ranges is not null || rule.Key.IsIPv6 == cidr.IndexOf(':') >= 0);
        return isSplit
            ? cidrs.SelectMany(_ => rule.Ports, (cidr, port) => rule.Key with { Protocol = "tcp", FromPort = port, ToPort = port, Peer = cidr })
            : cidrs.Select(cidr => rule.Key with { Peer = cidr });
    }

    private void Add(SecurityGroupRuleKey key, RepairState state, string description)
    {
        if (!group.Rules.ContainsKey(key) && _added.Add(key))
        {
            _additions.Add(Setting.Step(place, Target(key), SettingReading.Missing, state, description));
        }
    }

    private void WarnOfUse(IReadOnlyList<OpenRule> rules)
    {
        if (group.NetworkInterfaces.Count > 0 && _removals.Count > 0)
        {
            var ports = rules.SelectMany(rule => rule.Ports).Distinct().OrderBy(port => port).ToList();
            var left = options.ReplacementCidrs.Count > 0 ? $"{string.Join(", ", options.ReplacementCidrs)} and the other rules let in" : "the other rules let in";
            _warnings.Add($"{group.GroupId} is attached to {Named(group.NetworkInterfaces)}: only who {left} reaches {Ports(ports)} there.");
        }
    }

    private RepairTarget Target(SecurityGroupRuleKey key) => SecurityGroupRuleSetting.Target(region, groupArn, key);

    private static string Ports(IReadOnlyList<int> ports) => ports.Count == 1 ? $"port {ports[0]}" : $"ports {string.Join(", ", ports)}";

    /// <summary>The first few of a list, and how many more there are.</summary>
    public static string Named(IReadOnlyList<string> ids) => ids.Count <= MostNamed
        ? string.Join(", ", ids)
        : $"{string.Join(", ", ids.Take(MostNamed))} and {ids.Count - MostNamed} more";
}
