using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>A repair: reads what it needs, and plans.</summary>
internal abstract class Repair
{
    /// <summary>The cmdlet, under which the catalogue describes it.</summary>
    public abstract string Command { get; }

    /// <summary>Reads the live state, with what is planned already laid over it, and plans.</summary>
    /// <returns>Plans in the order of carrying out; every subject is in exactly one.</returns>
    public abstract Task<IReadOnlyList<RepairPlan>> PlanAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, RepairOptions options);
}
