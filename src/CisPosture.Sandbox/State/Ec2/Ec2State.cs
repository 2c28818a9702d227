using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Ec2;

/// <summary>VPCs and what is in them, in one Region.</summary>
public sealed class Ec2State
{
    /// <summary>VPCs with their groups, interfaces and flow logs.</summary>
    public List<Vpc> Vpcs { get; init; } = [];

    /// <summary>Managed prefix lists of the account.</summary>
    public List<PrefixList> PrefixLists { get; init; } = [];

    /// <summary>Flow logs that were made under a client's token: what was asked for, and their ids.</summary>
    [JsonIgnore]
    internal Dictionary<string, (string Asked, IReadOnlyList<string> FlowLogIds)> FlowLogTokens { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<SecurityGroup> SecurityGroups => Vpcs.SelectMany(vpc => vpc.SecurityGroups);

    internal IEnumerable<FlowLog> FlowLogs => Vpcs.SelectMany(vpc => vpc.FlowLogs);

    internal IEnumerable<NetworkInterface> NetworkInterfaces => Vpcs.SelectMany(vpc => vpc.NetworkInterfaces);

    /// <summary>Gives ids to what an account file only names, and every VPC the default group that it always has.</summary>
    internal void Settle(string accountId, string region)
    {
        foreach (var list in PrefixLists) list.Settle(accountId, region);
        foreach (var vpc in Vpcs) vpc.Settle(accountId, region, PrefixLists);
    }
}
