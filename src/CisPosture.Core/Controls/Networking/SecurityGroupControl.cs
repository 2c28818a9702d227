using CisPosture.Accounts;

namespace CisPosture.Controls.Networking;

/// <summary>A control that judges the security groups that the account owns, Region by Region.</summary>
internal abstract class SecurityGroupControl : RegionControl
{
    private const string ResourceType = "AwsEc2SecurityGroup";

    protected SecurityGroupControl(CisControl definition)
        : base(definition)
    {
    }

    protected sealed override IEnumerable<Verdict> JudgeRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings) =>
        Definition.UnsupportedRegions.Contains(region.Region, StringComparer.Ordinal)
            ? JudgeUnsupportedRegion(evidence, region, settings)
            : JudgeSupportedRegion(evidence, region, settings);

    protected abstract IEnumerable<Verdict> JudgeOwnGroups(
        AccountEvidence evidence, RegionEvidence region, IReadOnlyList<SecurityGroup> groups, ControlSettings settings);

    protected static JudgedResource ResourceOf(AccountEvidence evidence, RegionEvidence region, SecurityGroup group) =>
        new(ResourceType, $"arn:{evidence.Partition}:ec2:{region.Region}:{group.OwnerId}:security-group/{group.GroupId}", region.Region);

    protected static Dictionary<string, object?> GroupFacts(SecurityGroup group) => new(StringComparer.Ordinal)
    {
        ["GroupName"] = group.GroupName,
        ["VpcId"] = group.VpcId,
    };

    // Strict mode has one thing to say of such a Region; otherwise every verdict tells what strict mode would have said.
    private IEnumerable<Verdict> JudgeUnsupportedRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings)
    {
        var reason = $"Security Hub does not support control {Definition.Id} in {region.Region}.";
        return settings.IsStrict
            ? [NotAvailable(JudgedResource.Account(evidence, region.Region), reason, ReasonCode.ControlNotSupportedInRegion)]
            : JudgeSupportedRegion(evidence, region, settings).Select(
                verdict => verdict with { Strict = NotAvailable(verdict.Resource, reason, ReasonCode.ControlNotSupportedInRegion) });
    }

    private IEnumerable<Verdict> JudgeSupportedRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings)
    {
        if (!region.SecurityGroups.TryGet(out var groups, out var gap))
        {
            return [Unknown(JudgedResource.Account(evidence, region.Region), gap)];
        }

        // In a shared VPC the groups of its other accounts are listed too; their owners answer for them.
        var own = groups.Where(group => string.Equals(group.OwnerId, evidence.AccountId, StringComparison.Ordinal)).ToList();
        return JudgeOwnGroups(evidence, region, own, settings);
    }
}
