namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of security groups.</summary>
internal sealed record SecurityGroupOptions : RepairOptions
{
    /// <summary>What to do with rules that open more than the one port.</summary>
    public WideRule WideRule { get; init; } = WideRule.Skip;

    /// <summary>The addresses that may go on reaching the port instead of everybody; empty for none.</summary>
    public IReadOnlyList<string> ReplacementCidrs { get; init; } = [];
}
