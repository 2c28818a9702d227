namespace CisPosture;

/// <summary>What a repair has done about a finding. Its members are texts, numbers and lists.</summary>
public sealed class CisRepairResult
{
    /// <summary>Changed, AlreadyCompliant, PendingConfirmation, Skipped, Failed, or Planned with -WhatIf.</summary>
    public required string Outcome { get; init; }

    /// <summary>One of <see cref="RepairReasonCode"/> or <see cref="CisPosture.ReasonCode"/>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The command that would help; null where none is needed.</summary>
    public string? NextCommand { get; init; }

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<CisRepairStep> Steps { get; init; } = [];

    /// <summary>The run in the journal, for Get-CisRepair and Undo-CisRepair; null where nothing was sent.</summary>
    public string? JournalId { get; init; }

    /// <summary>The outcome and the reason.</summary>
    public override string ToString() => VisibleText.OnOneLine($"{Outcome}: {Reason}");

    internal static CisRepairResult Skipped(string reasonCode, string reason, string? command = null) =>
        new() { Outcome = nameof(Repairs.RepairOutcome.Skipped), ReasonCode = reasonCode, Reason = reason, NextCommand = command };

    internal static CisRepairResult Of(Repairs.PlanResult result) => new()
    {
        Outcome = result.Outcome.ToString(),
        ReasonCode = result.ReasonCode,
        Reason = result.Reason,
        NextCommand = result.Command,
        Steps = [.. result.Steps.Select(step => CisRepairStep.Of(step, ControlsOf(result)))],
        JournalId = result.JournalId,
    };

    private static string[] ControlsOf(Repairs.PlanResult result) => [.. result.Plan.Subjects.Select(subject => subject.ControlId).Distinct(StringComparer.Ordinal)];
}
