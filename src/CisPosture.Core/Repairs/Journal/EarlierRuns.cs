namespace CisPosture.Repairs;

/// <summary>
/// What earlier runs on the account have made, and which settings they came to. A run that was cut off, or refused, between the two has left
/// something open: a bucket of ours without its access block. The next run finishes it, because the journal says that the bucket is ours.
/// </summary>
internal sealed class EarlierRuns
{
    /// <summary>There were none.</summary>
    public static readonly EarlierRuns None = new([], []);

    private readonly HashSet<RepairTarget> _made;
    private readonly HashSet<RepairTarget> _set;

    private EarlierRuns(IEnumerable<RepairTarget> made, IEnumerable<RepairTarget> set) => (_made, _set) = ([.. made], [.. set]);

    /// <summary>Reads them off journals.</summary>
    /// <param name="runs">The runs of the folder; those on other accounts are passed over.</param>
    /// <param name="accountId">The account.</param>
    public static EarlierRuns Of(IEnumerable<JournaledRun> runs, string accountId)
    {
        var steps = runs.Where(run => run.AccountId == accountId).SelectMany(run => run.Steps).ToList();
        return new EarlierRuns(
            steps.Where(IsMaking).Select(step => step.Step.Target),
            steps.Where(step => step.Outcome is StepOutcome.Done or StepOutcome.Undone).Select(step => step.Step.Target));
    }

    /// <summary>True where an earlier run has made a thing, and no run has come to a setting that belongs to it.</summary>
    /// <param name="made">The thing.</param>
    /// <param name="setting">The setting of it, or of what stands under the same name.</param>
    public bool LeftOpen(RepairTarget made, RepairTarget setting) => _made.Contains(made) && !_set.Contains(setting);

    // Of a call that was under way when the run was cut off, the live state tells whether it took effect.
    private static bool IsMaking(JournaledStep step) =>
        step is { UndoOf: null, Outcome: StepOutcome.Done or StepOutcome.Interrupted, Step: { Before: null, After: not null } };
}
