using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Puts back what repairs have changed, the last step first, as far as the live state is still what they left. What was changed since is left
/// alone and told of.
/// </summary>
[Cmdlet(VerbsCommon.Undo, "CisRepair", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisRepair))]
public sealed class UndoCisRepairCommand : JournaledCmdlet
{
    private readonly List<(string Id, JournalFolder Folder)> _asked = [];

    /// <summary>The ids of runs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RepairIdCompleter))]
    [Alias("JournalId")]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public override string? JournalPath { get; set; }

    private protected override void Process() => _asked.AddRange(Id.Select(id => (id, Folder)));

    private protected override void End()
    {
        foreach (var folder in _asked.GroupBy(run => run.Folder.Path, StringComparer.Ordinal))
        {
            Undo(folder.First().Folder, [.. folder.Select(run => run.Id).Distinct(StringComparer.Ordinal)]);
        }
    }

    // The latest run first: an earlier one may be what it stands on.
    private void Undo(JournalFolder folder, List<string> ids)
    {
        var known = JournalReader.ReadAll(folder, damage => WriteError(ErrorRecords.Of(damage)));
        foreach (var id in ids.Where(id => !known.Any(run => run.Id == id)))
        {
            WriteError(ErrorRecords.Of(RepairRuns.NotFound(id, folder)));
        }

        var runs = known.Where(run => ids.Contains(run.Id, StringComparer.Ordinal) && !IsRunning(run)).ToList();
        WarnOfLater(known, runs);
        if (runs.Count > 0)
        {
            RunJournaled("Undoing", folder, (session, execution, output, token) => UndoAsync(runs, folder, session, execution, output, token));
        }
    }

    private bool IsRunning(JournaledRun run)
    {
        if (run.IsRunning)
        {
            WriteError(ErrorRecords.Of(new PostureException(ErrorId.UndoRefused, $"Run {run.Id} still goes on. Wait for its end, or stop it.", run.Id)));
        }

        return run.IsRunning;
    }

    // Runs do not know one another: what a later one made may stand on what an earlier one made. An interrupted step may have been done.
    private void WarnOfLater(IReadOnlyList<JournaledRun> known, List<JournaledRun> runs)
    {
        var later = known
            .Where(run => !runs.Contains(run) && runs.Exists(undone => run.AccountId == undone.AccountId && run.StartedAt > undone.StartedAt))
            .Where(run => run.Steps.Any(step => step is { UndoOf: null, Outcome: StepOutcome.Done or StepOutcome.Interrupted }))
            .Select(run => run.Id)
            .ToList();
        if (later.Count > 0)
        {
            WriteWarning($"Later runs in the account stay as they are and may stand on what is undone now: {string.Join(", ", later)}. Undo the latest run first.");
        }
    }

    private static async Task UndoAsync(
        List<JournaledRun> runs, JournalFolder folder, IRepairSession session, IRepairExecution execution, CmdletOutput output, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            if (run.AccountId != session.AccountId)
            {
                output.WriteError(ErrorRecords.Of(new PostureException(
                    ErrorId.FindingOfOtherAccount, $"Run {run.Id} changed account {run.AccountId}, the credentials are of {session.AccountId}. Undo it with credentials of account {run.AccountId}.", run.Id)));
                continue;
            }

            foreach (var result in await execution.UndoAsync(run, cancellationToken).ConfigureAwait(false))
            {
                Tell(run, result, output);
            }
        }

        var ids = runs.ConvertAll(run => run.Id);
        // What is damaged was told of before.
        foreach (var run in JournalReader.ReadAll(folder, _ => { }).Where(run => ids.Contains(run.Id)))
        {
            output.WriteObject(CisRepair.Of(run));
        }
    }

    private static void Tell(JournaledRun run, UndoResult result, CmdletOutput output)
    {
        var step = $"Step {result.Step.Number} of run {run.Id} ({result.Step.Step.Description}, {result.Step.Step.Target.ResourceId})";
        switch (result.Outcome)
        {
            case UndoOutcome.Refused:
                output.WriteError(ErrorRecords.Of(new PostureException(ErrorId.UndoRefused, $"{step} is not undone. {result.Message}", result.Step.Step.Target.ResourceId)));
                break;
            case UndoOutcome.Failed:
                output.WriteError(ErrorRecords.Of(new PostureException(ErrorId.UndoFailed, $"{step} could not be undone: {result.Message}", result.Step.Step.Target.ResourceId)));
                break;
            case UndoOutcome.NotUndoable:
                output.Warn($"{step} cannot be undone: {result.Message}");
                break;
            default:
                output.Verbose($"{step}: {result.Outcome}. {result.Message}");
                break;
        }
    }
}
