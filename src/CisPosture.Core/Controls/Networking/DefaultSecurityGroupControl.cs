using CisPosture.Accounts;

namespace CisPosture.Controls.Networking;

/// <summary>4.3: the default security group of every VPC lets nothing in and nothing out.</summary>
internal sealed class DefaultSecurityGroupControl : SecurityGroupControl
{
    private const string DefaultName = "default";

    public DefaultSecurityGroupControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) =>
        [EvidenceKind.SecurityGroups, EvidenceKind.Vpcs];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 default security group has no rule." : $"{count} default security groups have no rule.";

    protected override IEnumerable<Verdict> JudgeOwnGroups(
        AccountEvidence evidence, RegionEvidence region, IReadOnlyList<SecurityGroup> groups, ControlSettings settings)
    {
        var defaults = groups.Where(IsDefaultOfVpc).ToList();
        var verdicts = defaults.Select(group => JudgeGroup(group, ResourceOf(evidence, region, group))).ToList();
        verdicts.AddRange(JudgeUnseenGroups(evidence, region, defaults));
        return verdicts.Count > 0
            ? verdicts
            : [NothingToJudge(JudgedResource.Account(evidence, region.Region), $"There is no VPC in {region.Region}.")];
    }

    private static bool IsDefaultOfVpc(SecurityGroup group) =>
        !string.IsNullOrEmpty(group.VpcId) && string.Equals(group.GroupName, DefaultName, StringComparison.Ordinal);

    private static Verdict JudgeGroup(SecurityGroup group, JudgedResource resource)
    {
        var ingress = group.Ingress.SelectMany(permission => Describe(permission, "from")).ToArray();
        var egress = group.Egress.SelectMany(permission => Describe(permission, "to")).ToArray();
        var verdict = ingress.Length + egress.Length == 0
            ? Passed(resource, $"The default security group of {group.VpcId} has no rule.")
            : Failed(resource, $"The default security group of {group.VpcId} has {ingress.Length} ingress and {egress.Length} egress rules.");
        var facts = GroupFacts(group);
        facts["IngressRules"] = ingress;
        facts["EgressRules"] = egress;
        return verdict with { Facts = facts };
    }

    // Every VPC has a default group, which cannot be deleted: one that is not listed was kept from us.
    private static IEnumerable<Verdict> JudgeUnseenGroups(AccountEvidence evidence, RegionEvidence region, IReadOnlyList<SecurityGroup> defaults)
    {
        var scope = JudgedResource.Account(evidence, region.Region);
        if (!region.Vpcs.TryGet(out var vpcs, out var gap))
        {
            return defaults.Count > 0 ? [] : [Unknown(scope, gap)];
        }

        var seen = new HashSet<string>(defaults.Select(group => group.VpcId!), StringComparer.Ordinal);
        var unseen = vpcs
            .Where(vpc => string.Equals(vpc.OwnerId, evidence.AccountId, StringComparison.Ordinal) && !seen.Contains(vpc.VpcId))
            .Select(vpc => vpc.VpcId)
            .OrderBy(id => id, StringComparer.Ordinal)
            .ToArray();
        return unseen.Length == 0 ? [] : [Unseen(scope, unseen)];
    }

    private static Verdict Unseen(JudgedResource scope, string[] vpcIds) =>
        NotAvailable(scope, $"AWS listed {vpcIds.Length} VPCs without their default security group, {vpcIds[0]} among them.", ReasonCode.PartialVisibility) with
        {
            Facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["VpcsWithoutDefaultGroup"] = vpcIds },
        };

    private static IEnumerable<string> Describe(SecurityGroupPermission permission, string direction)
    {
        var traffic = new Traffic(permission);
        var peers = permission.Ipv4Ranges.Concat(permission.Ipv6Ranges).Concat(permission.PrefixListIds).Concat(permission.GroupIds).ToList();
        return peers.Count == 0 ? [$"{traffic}"] : peers.Select(peer => $"{traffic} {direction} {peer}");
    }
}
