namespace CisPosture;

/// <summary>A step of a repair: one call, and what it changes. Its members are texts, numbers and lists.</summary>
public sealed class CisRepairStep
{
    /// <summary>Its number in the journal; 0 where nothing was written.</summary>
    public required int Number { get; init; }

    /// <summary>What is done, in a few words.</summary>
    public required string Description { get; init; }

    /// <summary>The operation, such as "iam:UpdateAccountPasswordPolicy".</summary>
    public required string Operation { get; init; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>The Region; the home Region of the partition's IAM for what has none.</summary>
    public required string Region { get; init; }

    /// <summary>The resource's ARN.</summary>
    public required string ResourceId { get; init; }

    /// <summary>What differs, member by member: before → after.</summary>
    public required string Change { get; init; }

    /// <summary>The state before, as JSON; null where the thing did not exist.</summary>
    public string? Before { get; init; }

    /// <summary>The state after, as JSON; null where the thing is removed.</summary>
    public string? After { get; init; }

    /// <summary>NotTaken, Done, AlreadyDone, LeftAlone, Failed, Interrupted or Undone.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why it failed or was not taken; null where there is nothing to say.</summary>
    public string? Message { get; init; }

    /// <summary>The operation that takes it back; null where none does, or where it is only known when it is undone.</summary>
    public string? UndoOperation { get; init; }

    /// <summary>Why it cannot be undone; null where it can.</summary>
    public string? NotUndoable { get; init; }

    /// <summary>The controls that it is for.</summary>
    public IReadOnlyList<string> ControlIds { get; init; } = [];

    /// <summary>When it was taken; null where it was not.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>One line: outcome, what is done, and the change.</summary>
    public override string ToString() => VisibleText.OnOneLine($"{Outcome}: {Description} ({Operation} {Region}) {Change}".TrimEnd());

    internal static CisRepairStep Of(Repairs.StepResult result, IReadOnlyList<string> controls) => Of(result.Step, result.Outcome, result.Number, result.Message, controls);

    internal static CisRepairStep Of(Repairs.JournaledStep journaled) =>
        Of(journaled.Step, journaled.Outcome, journaled.Number, journaled.Message, journaled.Controls, journaled.Time);

    private static CisRepairStep Of(
        Repairs.RepairStep step, Repairs.StepOutcome outcome, int number, string? message, IReadOnlyList<string> controls, DateTimeOffset? time = null) => new()
    {
        Number = number,
        Description = step.Description,
        Operation = step.Call.Operation,
        Parameters = step.Call.Parameters.Json,
        Region = step.Target.Region,
        ResourceId = step.Target.ResourceId,
        Change = Repairs.RepairWords.Change(step.Before, step.After),
        Before = step.Before?.Json,
        After = step.After?.Json,
        Outcome = outcome.ToString(),
        Message = message,
        UndoOperation = step.Inverse?.Operation,
        NotUndoable = step.NotUndoable,
        ControlIds = controls,
        Time = time,
    };
}
