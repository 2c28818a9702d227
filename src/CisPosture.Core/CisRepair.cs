namespace CisPosture;

/// <summary>A run of a repair or an undo, as its journal has it. Emitted by Get-CisRepair and Undo-CisRepair.</summary>
public sealed class CisRepair
{
    /// <summary>The run's id, which begins with its time.</summary>
    public required string Id { get; init; }

    /// <summary>The cmdlet.</summary>
    public required string Command { get; init; }

    /// <summary>Complete, Incomplete where it was cut off or a step's outcome is not known, Running, or Undone where every step was put back.</summary>
    public required string Status { get; init; }

    /// <summary>The account's twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>Who changed it.</summary>
    public required string CallerArn { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended in order; null where it did not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The controls that it was for.</summary>
    public required IReadOnlyList<string> ControlIds { get; init; }

    /// <summary>What was changed, in order.</summary>
    public required IReadOnlyList<CisRepairStep> Steps { get; init; }

    /// <summary>The folder that its journal lies in.</summary>
    public required string JournalPath { get; init; }

    /// <summary>One line: id, cmdlet, status and the number of steps.</summary>
    public override string ToString() => VisibleText.OnOneLine($"{Id} {Command} {Status}, {(Steps.Count == 1 ? "1 step" : $"{Steps.Count} steps")}");

    internal static CisRepair Of(Repairs.JournaledRun run) => new()
    {
        Id = run.Id,
        Command = run.Command,
        Status = run.IsRunning ? "Running" : run.IsIncomplete ? "Incomplete" : IsUndone(run) ? "Undone" : "Complete",
        AccountId = run.AccountId,
        CallerArn = run.CallerArn,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        ControlIds = [.. run.Steps.SelectMany(step => step.Controls).Distinct(StringComparer.Ordinal).OrderBy(ControlId.Parse)],
        Steps = [.. run.Steps.Select(CisRepairStep.Of)],
        JournalPath = run.Folder,
    };

    private static bool IsUndone(Repairs.JournaledRun run) => run.Steps.Count > 0 && run.Steps.All(step => step.Outcome == Repairs.StepOutcome.Undone);
}
