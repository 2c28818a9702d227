using CisPosture.Aws.Calls;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>
/// Puts back what a run has changed, the last step first. Before anything is sent, every step of a plan is held against the live state: a
/// plan of which a step was changed since by somebody else is left alone whole, and so are the plans that it was built on.
/// </summary>
internal sealed class UndoRun(RepairContext context, RepairJournal journal, IRepairConversation conversation)
{
    private readonly StepRun _steps = new(context, journal);
    private readonly HashSet<int> _kept = [];
    private readonly List<UndoResult> _results = [];
    private int _plans;

    public async Task<IReadOnlyList<UndoResult>> RunAsync(JournaledRun run)
    {
        var plans = run.Steps.GroupBy(step => step.Plan).OrderByDescending(plan => plan.Key);
        foreach (var plan in plans)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var steps = plan.OrderByDescending(step => step.Number).ToList();
            if (!await UndoPlanAsync(run, steps).ConfigureAwait(false))
            {
                _kept.Add(plan.Key);
                _kept.UnionWith(steps.SelectMany(step => step.BuiltOn));
            }
        }

        return _results;
    }

    // False where anything of the plan stays that could have been put back.
    private async Task<bool> UndoPlanAsync(JournaledRun run, List<JournaledStep> steps)
    {
        if (_kept.Contains(steps[0].Plan))
        {
            return Keep(steps, "A later plan stands on it that is not undone.");
        }

        var open = new List<JournaledStep>();
        foreach (var step in steps)
        {
            var (outcome, message) = await ExamineAsync(run, step).ConfigureAwait(false);
            switch (outcome)
            {
                case null:
                    open.Add(step);
                    break;
                case UndoOutcome.Refused:
                    _results.Add(new UndoResult(step, UndoOutcome.Refused, message));
                    return Keep(steps.Where(other => other != step && !_results.Exists(result => result.Step == other)), "Another step of the same plan cannot be put back.");
                default:
                    _results.Add(new UndoResult(step, outcome.Value, message));
                    break;
            }
        }

        return open.Count == 0 || await CarryOutAsync(run, open).ConfigureAwait(false);
    }

    // Null where the step is to be undone.
    private async Task<(UndoOutcome? Outcome, string? Message)> ExamineAsync(JournaledRun run, JournaledStep step)
    {
        if (AllSettings.Find(step.Step.Target.Kind) is not { } setting)
        {
            return (UndoOutcome.Refused, $"This version of the module does not know settings of the kind {step.Step.Target.Kind}.");
        }

        RepairState? live;
        try
        {
            live = (await setting.ReadAsync(context, step.Step.Target).ConfigureAwait(false)).State;
        }
        catch (ApiCallException failure)
        {
            return (UndoOutcome.Refused, $"The live state could not be read. {GapVerdict.Sentence(failure.Gap)}");
        }

        if (!IsLeft(run, step, live) && IsBack(run, step, live))
        {
            Settle(run, step);
            return (UndoOutcome.NothingToUndo, null);
        }

        if (step.Step.NotUndoable is { } reason)
        {
            return (UndoOutcome.NotUndoable, reason);
        }

        return IsLeft(run, step, live) ? (null, null) : (UndoOutcome.Refused, $"It was changed since ({RepairWords.Change(step.Step.After, live)}).");
    }

    // A run may have changed a setting more than once: until its later steps are undone, theirs is the state that it left.
    private static bool IsLeft(JournaledRun run, JournaledStep step, RepairState? live) =>
        SameSetting(run, step).Any(other => other.Number >= step.Number && Equals(other.Step.After, live));

    private static bool IsBack(JournaledRun run, JournaledStep step, RepairState? live) =>
        SameSetting(run, step).Any(other => other.Number <= step.Number && Equals(other.Step.Before, live));

    // A step that never took effect is told to be so, or its run would be incomplete for ever.
    private void Settle(JournaledRun run, JournaledStep step)
    {
        if (step.Outcome is not StepOutcome.Undone && !conversation.IsWhatIf)
        {
            journal.WriteSettled(new JournalReference(run.Id, step.Number));
        }
    }

    private static IEnumerable<JournaledStep> SameSetting(JournaledRun run, JournaledStep step) =>
        run.Steps.Where(other => other.Step.Target == step.Step.Target);

    private async Task<bool> CarryOutAsync(JournaledRun run, List<JournaledStep> steps)
    {
        foreach (var step in steps)
        {
            var inverse = Inverse(step);
            var agreed = await conversation.MayAsync(RepairWords.Target(context.Place.AccountId, inverse), RepairWords.Action(inverse), context.Cancellation).ConfigureAwait(false);
            if (!agreed && !conversation.IsWhatIf)
            {
                return Keep(steps, "Declined.");
            }
        }

        return conversation.IsWhatIf ? Keep(steps, "Nothing is done because of -WhatIf.") : await TakeAsync(run, steps).ConfigureAwait(false);
    }

    private async Task<bool> TakeAsync(JournaledRun run, List<JournaledStep> steps)
    {
        var plan = ++_plans;
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var intent = new JournalIntent(plan, Inverse(step)) { Controls = step.Controls, Findings = step.Findings, UndoOf = new JournalReference(run.Id, step.Number) };
            var result = await _steps.TakeAsync(intent, AllSettings.Of(step.Step.Target)).ConfigureAwait(false);
            if (result.Outcome is not (StepOutcome.Done or StepOutcome.AlreadyDone))
            {
                _results.Add(new UndoResult(step, UndoOutcome.Failed, result.Message));
                return Keep(steps.Skip(index + 1), "Undoing a later step of the same plan failed.");
            }

            _results.Add(new UndoResult(step, result.Outcome == StepOutcome.Done ? UndoOutcome.Undone : UndoOutcome.NothingToUndo));
        }

        return true;
    }

    private RepairStep Inverse(JournaledStep step)
    {
        var taken = step.Step;
        var setting = AllSettings.Of(taken.Target);
        return setting.Step(context.Place, taken.Target, new SettingReading(taken.After), taken.Before, $"Undo: {taken.Description}") with { NotUndoable = null };
    }

    private bool Keep(IEnumerable<JournaledStep> steps, string why)
    {
        _results.AddRange(steps.Select(step => new UndoResult(step, UndoOutcome.NotTaken, why)));
        return false;
    }
}
