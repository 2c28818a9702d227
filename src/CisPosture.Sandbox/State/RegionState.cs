using CisPosture.Sandbox.State.Ec2;

namespace CisPosture.Sandbox.State;

/// <summary>What an account has in one Region.</summary>
public sealed class RegionState
{
    /// <summary>VPCs and what is in them.</summary>
    public Ec2State Ec2 { get; init; } = new();

    /// <summary>Fills in what account files leave out because it follows from the rest.</summary>
    internal void Settle(SandboxAccount account, string region) => Ec2.Settle(account.AccountId, region);
}
