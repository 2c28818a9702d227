namespace CisPosture.Repairs;

/// <summary>What became of a step that was to be undone.</summary>
/// <param name="Step">The step, as its journal has it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why; null where there is nothing to say.</param>
internal sealed record UndoResult(JournaledStep Step, UndoOutcome Outcome, string? Message = null);
