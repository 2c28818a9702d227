namespace CisPosture.Repairs;

/// <summary>What became of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why it failed or was not taken; null where there is nothing to say.</param>
/// <param name="Number">Its number in the journal; 0 where nothing was written.</param>
internal sealed record StepResult(RepairStep Step, StepOutcome Outcome, string? Message = null, int Number = 0);
