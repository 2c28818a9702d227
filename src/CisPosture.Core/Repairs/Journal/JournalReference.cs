namespace CisPosture.Repairs;

/// <summary>A step of a run.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Step">The step's number.</param>
internal sealed record JournalReference(string Run, int Step);
