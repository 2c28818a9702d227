namespace CisPosture.Accounts;

/// <summary>What was read in one Region.</summary>
public sealed record RegionEvidence
{
    /// <summary>The Region's code, such as eu-west-1.</summary>
    public required string Region { get; init; }

    /// <summary>The trails that this Region lists, shadow trails included, by ARN.</summary>
    public Evidence<IReadOnlyList<string>> TrailArns { get; init; } = Evidence<IReadOnlyList<string>>.NotCollected;

    /// <summary>AWS Config as it is set up here.</summary>
    public Evidence<IReadOnlyList<ConfigRecorder>> ConfigRecorders { get; init; } = Evidence<IReadOnlyList<ConfigRecorder>>.NotCollected;

    /// <summary>AWS Config delivery channels.</summary>
    public Evidence<IReadOnlyList<ConfigDeliveryChannel>> ConfigDeliveryChannels { get; init; } = Evidence<IReadOnlyList<ConfigDeliveryChannel>>.NotCollected;

    /// <summary>KMS keys of the account.</summary>
    public Evidence<IReadOnlyList<KmsKey>> KmsKeys { get; init; } = Evidence<IReadOnlyList<KmsKey>>.NotCollected;

    /// <summary>VPCs that the account owns or that are shared with it.</summary>
    public Evidence<IReadOnlyList<Vpc>> Vpcs { get; init; } = Evidence<IReadOnlyList<Vpc>>.NotCollected;

    /// <summary>Flow logs.</summary>
    public Evidence<IReadOnlyList<FlowLog>> FlowLogs { get; init; } = Evidence<IReadOnlyList<FlowLog>>.NotCollected;

    /// <summary>Security groups.</summary>
    public Evidence<IReadOnlyList<SecurityGroup>> SecurityGroups { get; init; } = Evidence<IReadOnlyList<SecurityGroup>>.NotCollected;

    /// <summary>By prefix list id: the CIDRs of the lists that ingress rules refer to.</summary>
    public IReadOnlyDictionary<string, Evidence<IReadOnlyList<string>>> PrefixLists { get; init; } = new Dictionary<string, Evidence<IReadOnlyList<string>>>(StringComparer.Ordinal);

    /// <summary>The ids of the security groups that network interfaces use.</summary>
    public Evidence<IReadOnlyList<string>> SecurityGroupsInUse { get; init; } = Evidence<IReadOnlyList<string>>.NotCollected;
}
