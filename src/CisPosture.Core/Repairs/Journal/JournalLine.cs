namespace CisPosture.Repairs;

/// <summary>
/// One line of a journal. The first line tells of the run; then, for each call, a line with what is about to be sent and a line with what
/// came of it; an undo that finds a step undone says so in a line; the last line says that the run ended in order.
/// </summary>
internal sealed record JournalLine
{
    public const string Run = "run";
    public const string Intent = "intent";
    public const string Outcome = "outcome";
    public const string Settled = "settled";
    public const string End = "end";

    /// <summary>The form of the lines that this module writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>run, intent, outcome, settled or end.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset Time { get; init; }

    // Of a run.
    public int? Schema { get; init; }

    public string? Command { get; init; }

    public string? AccountId { get; init; }

    public string? CallerArn { get; init; }

    // Of an intent and its outcome.
    public int? Step { get; init; }

    // Of an intent.
    public int? Plan { get; init; }

    public IReadOnlyList<int>? BuiltOn { get; init; }

    public IReadOnlyList<string>? Controls { get; init; }

    public IReadOnlyList<string>? Findings { get; init; }

    public string? Kind { get; init; }

    public string? Region { get; init; }

    public string? ResourceId { get; init; }

    public RepairState? Key { get; init; }

    public string? Description { get; init; }

    public string? Operation { get; init; }

    public RepairState? Parameters { get; init; }

    public RepairState? Before { get; init; }

    public RepairState? After { get; init; }

    public string? NotUndoable { get; init; }

    /// <summary>The step of an earlier run that this one takes back, or that needs no taking back.</summary>
    public JournalReference? UndoOf { get; init; }

    // Of an outcome.
    public StepOutcome? Result { get; init; }

    public string? Message { get; init; }
}
