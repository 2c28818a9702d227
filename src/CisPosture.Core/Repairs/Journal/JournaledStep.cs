namespace CisPosture.Repairs;

/// <summary>A step as its journal has it.</summary>
internal sealed record JournaledStep
{
    public required int Number { get; init; }

    public required int Plan { get; init; }

    public IReadOnlyList<int> BuiltOn { get; init; } = [];

    public IReadOnlyList<string> Controls { get; init; } = [];

    public IReadOnlyList<string> Findings { get; init; } = [];

    public required RepairStep Step { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What came of it; <see cref="StepOutcome.Interrupted"/> where the journal does not say.</summary>
    public StepOutcome Outcome { get; init; } = StepOutcome.Interrupted;

    public string? Message { get; init; }

    public JournalReference? UndoOf { get; init; }
}
