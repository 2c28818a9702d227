using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A security group as it is now.</summary>
internal sealed record LiveSecurityGroup
{
    public required string GroupId { get; init; }

    public required string GroupName { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyDictionary<SecurityGroupRuleKey, SettingReading> Rules { get; init; }

    /// <summary>The ranges of prefix lists that ingress rules name, as far as they could be read.</summary>
    public IReadOnlyDictionary<string, Evidence<IReadOnlyList<string>>> PrefixLists { get; init; } = new Dictionary<string, Evidence<IReadOnlyList<string>>>(StringComparer.Ordinal);

    /// <summary>The network interfaces that the group is attached to.</summary>
    public IReadOnlyList<string> NetworkInterfaces { get; init; } = [];

    /// <summary>Other groups whose rules name this one.</summary>
    public IReadOnlyList<string> ReferringGroups { get; init; } = [];
}
