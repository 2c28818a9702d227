namespace CisPosture.Sandbox.State;

/// <summary>What an account has in one Region.</summary>
public sealed class RegionState
{
}
