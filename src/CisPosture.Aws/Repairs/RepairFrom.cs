using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>A repair whose plan is a pure function of a live state and of what the user says.</summary>
/// <typeparam name="TLive">The live state that it plans from.</typeparam>
/// <typeparam name="TOptions">What the user says.</typeparam>
internal abstract class RepairFrom<TLive, TOptions> : Repair
    where TOptions : RepairOptions
{
    public sealed override async Task<IReadOnlyList<RepairPlan>> PlanAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, RepairOptions options)
    {
        var own = (TOptions)options;
        return Plan(reader.Place, await ReadAsync(reader, subjects, own).ConfigureAwait(false), subjects, own);
    }

    /// <summary>Plans. Sends nothing and reads no clock.</summary>
    public abstract IReadOnlyList<RepairPlan> Plan(RepairPlace place, TLive live, IReadOnlyList<RepairSubject> subjects, TOptions options);

    /// <summary>Reads the live state.</summary>
    protected abstract Task<TLive> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, TOptions options);
}
