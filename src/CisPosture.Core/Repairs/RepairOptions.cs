namespace CisPosture.Repairs;

/// <summary>What the user says of a repair. Each repair whose cmdlet has parameters of its own derives from it.</summary>
internal record RepairOptions
{
    /// <summary>The control parameters to reach and to judge by.</summary>
    public ControlParameterSet ControlParameters { get; init; } = ControlParameterSet.Empty;

    /// <summary>Whether prompts are skipped, and refusals overridden where a repair says that it can be.</summary>
    public bool Force { get; init; }
}
