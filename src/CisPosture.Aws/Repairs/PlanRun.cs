using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>Shows a plan, has it agreed to as a whole, and carries it out up to the first step that fails.</summary>
internal sealed class PlanRun(RepairContext context, RepairJournal journal, IRepairConversation conversation, SettingLedger ledger)
{
    private readonly StepRun _steps = new(context, journal);

    /// <param name="plan">The plan.</param>
    /// <param name="number">Its number in this run.</param>
    /// <param name="foundations">The earlier plans that its repair depends on.</param>
    /// <param name="isForced">Whether its question counts as answered.</param>
    public async Task<PlanResult> RunAsync(RepairPlan plan, int number, IEnumerable<int> foundations, bool isForced)
    {
        if (plan.Skip is { } skip)
        {
            return new PlanResult { Plan = plan, Outcome = RepairOutcome.Skipped, ReasonCode = skip.ReasonCode, Reason = skip.Reason, Command = skip.Command };
        }

        if (plan.IsCompliant)
        {
            return new PlanResult
            {
                Plan = plan, Outcome = RepairOutcome.AlreadyCompliant, ReasonCode = RepairReasonCode.AlreadyCompliant, Reason = "The live state is what is wanted already.",
            };
        }

        var open = plan.Steps.Where(step => !ledger.IsSettled(step)).ToList();
        var agreed = open.Count == 0 || await AgreeAsync(plan, open, isForced).ConfigureAwait(false);
        if (conversation.IsWhatIf)
        {
            return Plan(plan, open, number);
        }

        return agreed
            ? await CarryOutAsync(plan, number, BuiltOn(plan, number, foundations)).ConfigureAwait(false)
            : new PlanResult
            {
                Plan = plan, Outcome = RepairOutcome.Skipped, ReasonCode = RepairReasonCode.Declined, Reason = "Declined, so nothing was changed.", Steps = NotTaken(plan.Steps),
            };
    }

    private async Task<bool> AgreeAsync(RepairPlan plan, List<RepairStep> open, bool isForced)
    {
        foreach (var warning in plan.Warnings.Concat(open.Where(step => step.NotUndoable is not null).Select(CannotBeUndone)))
        {
            conversation.Warn(warning);
        }

        // Shown in full even where nothing is to be done; once somebody says no, there is no more to ask.
        var agreed = true;
        foreach (var step in open)
        {
            agreed &= await conversation.MayAsync(RepairWords.Target(context.Place.AccountId, step), RepairWords.Action(step), context.Cancellation).ConfigureAwait(false);
            if (!agreed && !conversation.IsWhatIf)
            {
                return false;
            }
        }

        return agreed
            && (plan.Question is null || isForced || await conversation.ContinuesAsync("Repair", plan.Question, context.Cancellation).ConfigureAwait(false));
    }

    private PlanResult Plan(RepairPlan plan, List<RepairStep> open, int number)
    {
        foreach (var step in open)
        {
            ledger.WouldLeave(step.Target, step.After, number);
        }

        return new PlanResult
        {
            Plan = plan,
            Outcome = RepairOutcome.Planned,
            ReasonCode = RepairReasonCode.WhatIf,
            Reason = WithRemainder(plan, $"{Counted(plan.Steps.Count)} would be taken."),
            Steps = NotTaken(plan.Steps),
        };
    }

    private async Task<PlanResult> CarryOutAsync(RepairPlan plan, int number, IReadOnlyCollection<int> builtOn)
    {
        var results = new List<StepResult>();
        foreach (var step in plan.Steps)
        {
            var intent = new JournalIntent(number, step)
            {
                BuiltOn = builtOn,
                Controls = [.. plan.Subjects.Select(subject => subject.ControlId).Distinct(StringComparer.Ordinal)],
                Findings = [.. plan.Subjects.Select(subject => subject.Finding.FindingId)],
            };
            var result = await _steps.TakeAsync(intent, AllSettings.Of(step.Target)).ConfigureAwait(false);
            results.Add(result);
            if (result.Outcome is not (StepOutcome.Done or StepOutcome.AlreadyDone) && !IsPassedOver(result))
            {
                results.AddRange(NotTaken(plan.Steps.Skip(results.Count)));
                return result.Outcome == StepOutcome.LeftAlone && results.TrueForAll(each => each.Outcome != StepOutcome.Done) ? LeftAlone(plan, results) : Failed(plan, result, results);
            }

            if (result.Outcome == StepOutcome.Done)
            {
                ledger.Left(step.Target, step.After, number);
            }
        }

        if (results.Exists(result => result.Outcome == StepOutcome.LeftAlone))
        {
            return LeftAlone(plan, results);
        }

        return plan.Pending is null
            ? Ended(plan, RepairOutcome.Changed, RepairReasonCode.Changed, WithRemainder(plan, $"{Counted(plan.Steps.Count)} taken."), results)
            : Ended(plan, RepairOutcome.PendingConfirmation, RepairReasonCode.PendingConfirmation, plan.Pending, results);
    }

    private static bool IsPassedOver(StepResult result) => result.Outcome == StepOutcome.LeftAlone && result.Step.StandsAlone;

    // Some of the plan's steps may have been taken, where they do not need one another.
    private PlanResult LeftAlone(RepairPlan plan, List<StepResult> results)
    {
        var done = results.Count(result => result.Outcome is StepOutcome.Done or StepOutcome.AlreadyDone);
        var reason = string.Join(" ", results.Where(result => result.Outcome == StepOutcome.LeftAlone).Select(result => result.Message));
        return done == 0
            ? Ended(plan, RepairOutcome.Skipped, RepairReasonCode.ChangedMeanwhile, WithRemainder(plan, reason), results) with { JournalId = null }
            : Ended(plan, RepairOutcome.Changed, RepairReasonCode.Changed, WithRemainder(plan, $"{Counted(done)} taken. {reason}"), results);
    }

    private PlanResult Failed(RepairPlan plan, StepResult failed, List<StepResult> results)
    {
        var isChanged = failed.Outcome == StepOutcome.LeftAlone || failed.Message?.StartsWith(RepairReasonCode.ChangedMeanwhile, StringComparison.Ordinal) == true;
        var done = results.Count(result => result.Outcome == StepOutcome.Done);
        var before = done == 0 ? "Nothing was changed before it." : $"{Counted(done)} before it stand; Undo-CisRepair takes them back, and running the repair again goes on.";
        return Ended(
            plan,
            RepairOutcome.Failed,
            isChanged ? RepairReasonCode.ChangedMeanwhile : RepairReasonCode.CallFailed,
            $"{failed.Step.Description} ({failed.Step.Call.Operation}) failed: {failed.Message} {before}",
            results);
    }

    private PlanResult Ended(RepairPlan plan, RepairOutcome outcome, string reasonCode, string reason, List<StepResult> results) => new()
    {
        Plan = plan,
        Outcome = outcome,
        ReasonCode = reasonCode,
        Reason = reason,
        Steps = results,
        JournalId = journal.Id,
    };

    // What an earlier plan has made for this one must not be taken away from under it.
    private HashSet<int> BuiltOn(RepairPlan plan, int number, IEnumerable<int> foundations)
    {
        var builtOn = new HashSet<int>(foundations);
        builtOn.UnionWith(plan.Steps.Select(step => ledger.PlanOf(step.Target)).OfType<int>());
        builtOn.Remove(number);
        return builtOn;
    }

    private static List<StepResult> NotTaken(IEnumerable<RepairStep> steps) => [.. steps.Select(step => new StepResult(step, StepOutcome.NotTaken))];

    private static string WithRemainder(RepairPlan plan, string reason) => plan.Remainder is null ? reason : $"{reason} {plan.Remainder}";

    private static string CannotBeUndone(RepairStep step) => $"{step.Description} cannot be undone: {step.NotUndoable}";

    private static string Counted(int count) => count == 1 ? "1 step" : $"{count} steps";
}
