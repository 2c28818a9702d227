using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 4.1 and 4.2: closes administration ports to the world, rule by rule. 4.3: takes every rule from default groups that nothing uses. All that
/// is asked for one group is one plan.
/// </summary>
internal sealed class SecurityGroupRepair : RepairFrom<IReadOnlyDictionary<string, Evidence<LiveSecurityGroup>>, SecurityGroupOptions>
{
    private const string DefaultGroupControl = "4.3";

    private static readonly SecurityGroupRuleSetting Setting = new();

    public override string Command => "Repair-CisSecurityGroup";

    public override IReadOnlyList<RepairPlan> Plan(
        RepairPlace place, IReadOnlyDictionary<string, Evidence<LiveSecurityGroup>> live, IReadOnlyList<RepairSubject> subjects, SecurityGroupOptions options) =>
        [.. subjects.GroupBy(subject => subject.ResourceId, StringComparer.Ordinal).SelectMany(group => PlanGroup(place, live[group.Key], [.. group], options))];

    protected override async Task<IReadOnlyDictionary<string, Evidence<LiveSecurityGroup>>> ReadAsync(
        RepairReader reader, IReadOnlyList<RepairSubject> subjects, SecurityGroupOptions options)
    {
        var groups = subjects.GroupBy(subject => subject.ResourceId, StringComparer.Ordinal);
        var read = groups.Select(async group => (
            Arn: group.Key,
            Group: await RepairReader.TryAsync(() => new SecurityGroupReader(reader.Context, group.First().Region).ReadAsync(SecurityGroupRuleSetting.GroupId(group.Key))).ConfigureAwait(false)));
        return (await Task.WhenAll(read).ConfigureAwait(false)).ToDictionary(group => group.Arn, group => group.Group, StringComparer.Ordinal);
    }

    private static IEnumerable<RepairPlan> PlanGroup(RepairPlace place, Evidence<LiveSecurityGroup> live, List<RepairSubject> subjects, SecurityGroupOptions options)
    {
        if (!live.TryGet(out var group, out var gap))
        {
            return
            [
                gap.ErrorCode == ErrorCodes.SecurityGroupNotFound
                    ? RepairPlan.Skipped(subjects, RepairReasonCode.ResourceGone, "The security group does not exist any more.")
                    : RepairPlan.Skipped(subjects, gap.ReasonCode, GapVerdict.Sentence(gap)),
            ];
        }

        var closing = subjects.Where(subject => subject.ControlId == DefaultGroupControl).ToList();
        var ports = subjects.Except(closing).ToList();
        if (closing.Count > 0 && (group.NetworkInterfaces.Count == 0 || options.Force))
        {
            return [PlanClosing(place, group, subjects)];
        }

        return
        [
            .. closing.Count > 0 ? [InUse(group, closing)] : Array.Empty<RepairPlan>(),
            .. ports.Count > 0 ? PlanPorts(place, group, ports, options) : [],
        ];
    }

    private static RepairPlan InUse(LiveSecurityGroup group, List<RepairSubject> subjects) => RepairPlan.Skipped(
        subjects,
        RepairReasonCode.InUse,
        $"{group.GroupId} is attached to {OpenPortPlan.Named(group.NetworkInterfaces)}, which would lose all traffic that it lets through. Give them a group of their own first.",
        "Repair-CisSecurityGroup -Force");

    private static RepairPlan PlanClosing(RepairPlace place, LiveSecurityGroup group, List<RepairSubject> subjects)
    {
        var warnings = new List<string>();
        if (group.NetworkInterfaces.Count > 0)
        {
            warnings.Add($"{group.GroupId} is attached to {OpenPortPlan.Named(group.NetworkInterfaces)}, which lose all traffic that it lets through.");
        }

        if (group.ReferringGroups.Count > 0)
        {
            warnings.Add($"Rules of {OpenPortPlan.Named(group.ReferringGroups)} name {group.GroupId}; they stay.");
        }

        var rules = group.Rules.OrderBy(rule => rule.Key.ToString(), StringComparer.Ordinal);
        return new RepairPlan
        {
            Subjects = subjects,
            Warnings = warnings,
            Steps = [.. rules.Select(rule => Setting.Step(place, TargetOf(subjects[0], rule.Key), rule.Value, after: null, $"Take away {rule.Key}"))],
        };
    }

    private static IEnumerable<RepairPlan> PlanPorts(RepairPlace place, LiveSecurityGroup group, List<RepairSubject> subjects, SecurityGroupOptions options)
    {
        var open = subjects.ToDictionary(subject => subject, subject => OpenRule.Find(group, PortOf(subject), IgnoresIPv6(subject, options)).ToList());
        var ports = open
            .SelectMany(subject => subject.Value, (subject, key) => (Key: key, Port: PortOf(subject.Key)))
            .GroupBy(pair => pair.Key, pair => pair.Port)
            .ToDictionary(rule => rule.Key, rule => ToRule(group, rule.Key, [.. rule.Distinct().OrderBy(port => port)]));
        var taken = new List<RepairSubject>();
        foreach (var (subject, rules) in open.Select(pair => (pair.Key, pair.Value.ConvertAll(key => ports[key]))))
        {
            if (Obstacle(group, subject, rules, options) is { } skip)
            {
                yield return new RepairPlan { Subjects = [subject], Skip = skip };
            }
            else if (rules.Count == 0)
            {
                yield return new RepairPlan { Subjects = [subject] };
            }
            else
            {
                taken.Add(subject);
            }
        }

        if (taken.Count > 0)
        {
            var rules = taken.SelectMany(subject => open[subject]).Distinct().Select(key => ports[key]).OrderBy(rule => rule.Key.ToString(), StringComparer.Ordinal).ToList();
            yield return new OpenPortPlan(place, group, options, taken[0].Region, taken[0].ResourceId).Of(taken, rules);
        }
    }

    private static RepairSkip? Obstacle(LiveSecurityGroup group, RepairSubject subject, List<OpenRule> rules, SecurityGroupOptions options)
    {
        if (rules.Count == 0)
        {
            return OpenRule.Unread(group, PortOf(subject)).FirstOrDefault() is { } gap ? new RepairSkip(ReasonCode.PrefixListNotReadable, GapVerdict.Sentence(gap)) : null;
        }

        if (rules.Find(rule => !OpenPortPlan.IsDecided(rule, options)) is { } undecided)
        {
            return new RepairSkip(
                RepairReasonCode.ChoiceNeeded,
                $"{undecided.Key} opens more than port {PortOf(subject)}. Split keeps the rest, Revoke closes all of it, -ReplacementCidr lets only those addresses go on.",
                "Repair-CisSecurityGroup -WideRule Split");
        }

        return rules.TrueForAll(rule => OpenPortPlan.IsLeft(rule, options))
            ? new RepairSkip(RepairReasonCode.ChoiceNeeded, $"{rules[0].Key} opens more than port {PortOf(subject)}, and -WideRule is Skip.", "Repair-CisSecurityGroup -WideRule Split")
            : null;
    }

    private static OpenRule ToRule(LiveSecurityGroup group, SecurityGroupRuleKey key, IReadOnlyList<int> ports) =>
        new(key, group.Rules[key], ports, key.IsPrefixList ? OpenRule.RangesOf(group, key) : null);

    private static RepairTarget TargetOf(RepairSubject subject, SecurityGroupRuleKey key) => SecurityGroupRuleSetting.Target(subject.Region, subject.ResourceId, key);

    private static bool IgnoresIPv6(RepairSubject subject, SecurityGroupOptions options) =>
        options.ControlParameters.For(subject.Control, isStrict: false).IsOn("IPv4Only");

    private static int PortOf(RepairSubject subject) => subject.ControlId == "4.1" ? 22 : 3389;
}
