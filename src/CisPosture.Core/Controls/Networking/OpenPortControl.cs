using System.Net.Sockets;
using CisPosture.Accounts;

namespace CisPosture.Controls.Networking;

/// <summary>4.1 and 4.2: no security group lets every address reach an administration port over TCP.</summary>
internal sealed class OpenPortControl : SecurityGroupControl
{
    private const string IPv4Only = "IPv4Only";
    private const string InUseOnly = "InUseOnly";
    private const string IncludeUdp = "IncludeUdp";

    private readonly int _port;
    private readonly bool _isServedOverUdp;

    public OpenPortControl(CisControl definition, int port, bool isServedOverUdp)
        : base(definition)
    {
        _port = port;
        _isServedOverUdp = isServedOverUdp;
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => settings.IsOn(InUseOnly)
        ? [EvidenceKind.SecurityGroups, EvidenceKind.PrefixLists, EvidenceKind.SecurityGroupsInUse]
        : [EvidenceKind.SecurityGroups, EvidenceKind.PrefixLists];

    public override string SummarizePassed(int count) => count == 1
        ? $"1 security group keeps port {_port} closed to the world."
        : $"{count} security groups keep port {_port} closed to the world.";

    protected override IEnumerable<Verdict> JudgeOwnGroups(
        AccountEvidence evidence, RegionEvidence region, IReadOnlyList<SecurityGroup> groups, ControlSettings settings)
    {
        var scope = JudgedResource.Account(evidence, region.Region);
        var judged = groups;
        if (settings.IsOn(InUseOnly))
        {
            if (!region.SecurityGroupsInUse.TryGet(out var inUse, out var gap))
            {
                return [Unknown(scope, gap)];
            }

            var used = new HashSet<string>(inUse, StringComparer.Ordinal);
            judged = [.. groups.Where(group => used.Contains(group.GroupId))];
        }

        return judged.Count > 0
            ? judged.Select(group => JudgeGroup(group, ResourceOf(evidence, region, group), region, settings))
            : [NothingToJudge(scope, $"There is no security group to judge in {region.Region}.")];
    }

    private Verdict JudgeGroup(SecurityGroup group, JudgedResource resource, RegionEvidence region, ControlSettings settings)
    {
        var ignoresIPv6 = settings.IsOn(IPv4Only);
        var permissions = group.Ingress.Where(permission => new Traffic(permission).CarriesTcp(_port)).ToList();
        var reach = PortReach.Of(permissions, region.PrefixLists, ignoresIPv6);
        var verdict = JudgeReach(reach, group, resource);
        if (reach.OpenRules.Count > 0 && reach.OpenRules.All(rule => rule.Source.IsIPv6))
        {
            verdict = verdict with
            {
                Notes = [.. verdict.Notes, "Beyond the benchmark, which names only 0.0.0.0/0: every IPv6 address counts as the world too."],
                Strict = JudgeReach(PortReach.Of(permissions, region.PrefixLists, ignoresIPv6: true), group, resource),
            };
        }

        return _isServedOverUdp && settings.IsOn(IncludeUdp) ? WithUdpNotes(verdict, group, region, ignoresIPv6) : verdict;
    }

    private Verdict JudgeReach(PortReach reach, SecurityGroup group, JudgedResource resource)
    {
        var verdict = reach switch
        {
            { OpenRules.Count: > 0 } => Failed(resource, OpenReason(reach.OpenRules)),
            { UnreadLists.Count: > 0 } => Warning(resource, UnreadReason(reach.UnreadLists), ReasonCode.PrefixListNotReadable),
            _ => Passed(resource, $"No ingress rule lets the world reach port {_port}."),
        };
        return verdict with { Facts = Facts(reach, group), Notes = [.. HalfNotes(reach.HalfRules)] };
    }

    private string OpenReason(IReadOnlyList<IngressRule> rules) => rules.Count == 1
        ? $"1 ingress rule lets the world reach port {_port}: {rules[0]}."
        : $"{rules.Count} ingress rules let the world reach port {_port}, the first being {rules[0]}.";

    private string UnreadReason(IReadOnlyDictionary<string, EvidenceGap> lists)
    {
        var first = lists.OrderBy(list => list.Key, StringComparer.Ordinal).First();
        return $"Who may reach port {_port} depends on {lists.Count} unread prefix {(lists.Count == 1 ? "list" : "lists")} ({first.Key}: {first.Value.ReasonCode}).";
    }

    private Dictionary<string, object?> Facts(PortReach reach, SecurityGroup group)
    {
        var facts = GroupFacts(group);
        facts["Port"] = _port;
        if (reach.OpenRules.Count > 0)
        {
            facts["OpenRules"] = reach.OpenRules.Select(rule => rule.ToString()).ToArray();
        }

        if (reach.UnreadLists.Count > 0)
        {
            facts["UnreadPrefixLists"] = reach.UnreadLists.Keys.OrderBy(id => id, StringComparer.Ordinal).ToArray();
            facts["MissingPermissions"] = reach.UnreadLists.Values
                .Where(gap => gap.ReasonCode == ReasonCode.AccessDenied)
                .Select(gap => gap.Permission ?? gap.Operation)
                .Distinct(StringComparer.Ordinal)
                .ToArray();
        }

        return facts;
    }

    private IEnumerable<string> HalfNotes(IReadOnlyList<IngressRule> rules)
    {
        foreach (var family in rules.GroupBy(rule => rule.Source.Family))
        {
            var name = family.Key == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4";
            yield return family.Select(rule => rule.Source.IsUpperHalf).Distinct().Count() == 2
                ? $"Two halves that together are every {name} address may reach port {_port}: {string.Join(", ", family)}."
                : $"Half of all {name} addresses may reach port {_port}: {string.Join(", ", family)}.";
        }
    }

    private Verdict WithUdpNotes(Verdict verdict, SecurityGroup group, RegionEvidence region, bool ignoresIPv6)
    {
        var permissions = group.Ingress.Where(permission => new Traffic(permission) is var traffic && traffic.CarriesUdp(_port) && !traffic.CarriesTcp(_port));
        var notes = PortReach.Of(permissions, region.PrefixLists, ignoresIPv6).OpenRules
            .Select(rule => $"The world may reach UDP port {_port} too, which the control does not judge: {rule}.");
        return verdict with { Notes = [.. verdict.Notes, .. notes] };
    }
}
