namespace CisPosture.Repairs;

/// <summary>A run under way. What one call of it has done, or would have done, the next one builds on.</summary>
internal interface IRepairExecution
{
    /// <summary>Reads what a repair needs, plans, asks and carries out, plan by plan.</summary>
    /// <param name="command">The repair's cmdlet, such as Repair-CisPasswordPolicy.</param>
    /// <param name="subjects">The findings, all of this account and of controls that the cmdlet mends.</param>
    /// <param name="options">What the user says of the repair.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>One result a plan; every finding is in one.</returns>
    Task<IReadOnlyList<PlanResult>> RepairAsync(string command, IReadOnlyList<RepairSubject> subjects, RepairOptions options, CancellationToken cancellationToken);

    /// <summary>Puts back what a run has changed, as far as the live state is still what the run left.</summary>
    /// <param name="run">The run, read from its journal.</param>
    /// <param name="cancellationToken">Ends the undoing.</param>
    /// <returns>What became of each step, in the order of undoing.</returns>
    Task<IReadOnlyList<UndoResult>> UndoAsync(JournaledRun run, CancellationToken cancellationToken);
}
