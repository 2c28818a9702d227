namespace CisPosture.Repairs;

/// <summary>A run as its journal has it.</summary>
internal sealed record JournaledRun
{
    public required string Id { get; init; }

    /// <summary>The folder that its journal lies in.</summary>
    public required string Folder { get; init; }

    public required string Command { get; init; }

    public required string AccountId { get; init; }

    public required string CallerArn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended in order; null where it was cut off or still goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True where a process still has the journal open to write.</summary>
    public bool IsRunning { get; init; }

    public required IReadOnlyList<JournaledStep> Steps { get; init; }

    /// <summary>The steps of earlier runs that it found not to be in effect.</summary>
    public IReadOnlyList<JournalReference> Settled { get; init; } = [];

    /// <summary>True where the run was cut off, or a step's outcome is not known, unless all of it was undone since.</summary>
    public bool IsIncomplete =>
        !IsRunning && (Steps.Any(step => step.Outcome == StepOutcome.Interrupted) || (EndedAt is null && Steps.Any(step => step.Outcome != StepOutcome.Undone)));
}
