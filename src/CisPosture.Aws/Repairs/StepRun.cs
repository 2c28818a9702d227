using CisPosture.Aws.Calls;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>
/// Takes a step: reads the setting again, writes down what is about to be sent, sends it, reads what came of it, and writes that down.
/// Where the setting is as it should be, nothing is sent; where it is neither that nor what was planned from, neither.
/// </summary>
internal sealed class StepRun(RepairContext context, RepairJournal journal)
{
    private const int MostAttempts = 8;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public async Task<StepResult> TakeAsync(JournalIntent intent, Setting setting)
    {
        var step = intent.Step;
        SettingReading live;
        try
        {
            live = await setting.ReadAsync(context, step.Target).ConfigureAwait(false);
        }
        catch (ApiCallException failure)
        {
            return new StepResult(step, StepOutcome.NotTaken, Sentence(failure));
        }

        if (Equals(live.State, step.After))
        {
            return new StepResult(step, StepOutcome.AlreadyDone);
        }

        if (!Equals(live.State, step.Before))
        {
            return new StepResult(step, StepOutcome.NotTaken, $"{RepairReasonCode.ChangedMeanwhile}: it is no longer what was planned from ({RepairWords.Change(step.Before, live.State)}).");
        }

        return await UnmetPremiseAsync(step).ConfigureAwait(false)
            ?? await SendAsync(intent, setting, setting.Change(context.Place, step.Target, live, step.After)).ConfigureAwait(false);
    }

    // Read as late as can be: between plan and step lies the time that a user takes to answer, and that of all steps before.
    private async Task<StepResult?> UnmetPremiseAsync(RepairStep step)
    {
        foreach (var premise in step.Premises)
        {
            try
            {
                var live = await AllFacts.Of(premise.Target).ReadAsync(context, premise.Target).ConfigureAwait(false);
                if (!Equals(live.State, premise.State))
                {
                    var change = RepairWords.Change(premise.State, live.State);
                    return new StepResult(step, StepOutcome.LeftAlone, change.Length > 0 ? $"{premise.Otherwise} ({change})." : $"{premise.Otherwise}.");
                }
            }
            catch (ApiCallException failure)
            {
                return new StepResult(step, StepOutcome.LeftAlone, $"Whether it may still be taken could not be read. {Sentence(failure)}");
            }
        }

        return null;
    }

    private async Task<StepResult> SendAsync(JournalIntent intent, Setting setting, SettingChange change)
    {
        var sent = intent with { Step = intent.Step with { Call = change.Call } };
        var number = journal.WriteIntent(sent);
        try
        {
            var failure = await CallAsync(sent.Step.Target, change).ConfigureAwait(false);
            var (outcome, message) = await ReadBackAsync(setting, sent.Step, failure).ConfigureAwait(false);
            journal.WriteOutcome(number, outcome, message);
            return new StepResult(sent.Step, outcome, message, number);
        }
        catch (OperationCanceledException)
        {
            journal.WriteOutcome(number, StepOutcome.Interrupted, "The run was stopped while the call was under way.");
            throw;
        }
    }

    // Null where AWS accepted the call.
    private async Task<ApiCallException?> CallAsync(RepairTarget target, SettingChange change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await context.Calls.CallAsync(change.Operation, target.Region, cancellation => change.SendAsync(context.Clients, cancellation)).ConfigureAwait(false);
                return null;
            }
            catch (ApiCallException failure) when (attempt < MostAttempts && change.PropagationErrors.Any(failure.Is))
            {
                await PauseAsync(attempt).ConfigureAwait(false);
            }
            catch (ApiCallException failure)
            {
                return failure;
            }
        }
    }

    // A call that failed may have taken effect all the same, and one that was accepted may take a while: only the state tells.
    private async Task<(StepOutcome Outcome, string? Message)> ReadBackAsync(Setting setting, RepairStep step, ApiCallException? failure)
    {
        for (var attempt = 1; ; attempt++)
        {
            RepairState? seen;
            try
            {
                seen = (await setting.ReadAsync(context, step.Target).ConfigureAwait(false)).State;
            }
            catch (ApiCallException unread)
            {
                return (StepOutcome.Failed, failure is null ? $"AWS accepted the call, but what came of it could not be read. {Sentence(unread)}" : Sentence(failure));
            }

            if (Equals(seen, step.After))
            {
                return (StepOutcome.Done, null);
            }

            if (failure is not null)
            {
                return (StepOutcome.Failed, Sentence(failure));
            }

            if (attempt == MostAttempts)
            {
                return (StepOutcome.Failed, $"{RepairReasonCode.NotInEffect}: AWS accepted the call, but the state is not the one that was meant ({RepairWords.Change(step.After, seen)}).");
            }

            await PauseAsync(attempt).ConfigureAwait(false);
        }
    }

    private Task PauseAsync(int attempt)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempt - 1)));
        return context.Session.Surroundings.Delay(pause, context.Cancellation);
    }

    private static string Sentence(ApiCallException failure) =>
        failure.Gap.Message is { Length: > 0 } message ? $"{GapVerdict.Sentence(failure.Gap)} AWS says: {message}" : GapVerdict.Sentence(failure.Gap);
}
