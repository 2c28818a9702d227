namespace CisPosture.Repairs;

/// <summary>What became of a plan.</summary>
internal sealed record PlanResult
{
    public required RepairPlan Plan { get; init; }

    public required RepairOutcome Outcome { get; init; }

    public required string ReasonCode { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The command that would help; null where none is needed.</summary>
    public string? Command { get; init; }

    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>The run's journal; null where no call was made.</summary>
    public string? JournalId { get; init; }

    /// <summary>True where the account may have changed, so that its findings have to be judged again.</summary>
    public bool IsToBeJudgedAgain => Outcome is not (RepairOutcome.Skipped or RepairOutcome.Planned);
}
