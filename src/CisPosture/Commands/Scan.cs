using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.Controls;

namespace CisPosture.Commands;

/// <summary>Judges controls one after another in their fixed order, each as soon as its evidence is there, while the rest is still read.</summary>
internal sealed class Scan(IReadOnlyList<CisControl> controls, ControlEvaluator evaluator, FindingTriage triage, bool isQuiet)
{
    private bool _allPassed = true;

    /// <summary>Judges a live account.</summary>
    public async Task JudgeLiveAsync(LiveAccount account, CmdletOutput output, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var session = await account.ConnectAsync(output, stopping.Token).ConfigureAwait(false);
        var kinds = controls.SelectMany(evaluator.Reads).Distinct().ToList();
        var collection = session.Collect(account.Request(kinds), stopping.Token);
        output.Follow(() => collection.Progress);
        try
        {
            await JudgeAsReadAsync(collection, output, stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            // Whatever ends the judging early, no request outlives the command. WhenAny waits for the end without its failure.
            stopping.Cancel();
            await Task.WhenAny(collection.WhenCompleteAsync()).ConfigureAwait(false);
        }

        Conclude(output);
    }

    /// <summary>Judges evidence that is all there. Its gaps were told of when it was read.</summary>
    public void JudgeSnapshot(IReadOnlyList<AccountEvidence> accounts, CmdletOutput output, CancellationToken cancellationToken)
    {
        foreach (var control in controls)
        {
            foreach (var evidence in accounts.OrderBy(account => account.AccountId, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Judge(control, evidence, output);
            }
        }

        Conclude(output);
    }

    private async Task JudgeAsReadAsync(IEvidenceCollection collection, CmdletOutput output, CancellationToken cancellationToken)
    {
        foreach (var control in controls)
        {
            var evidence = await collection.WhenReadyAsync(evaluator.Reads(control)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            WriteGaps(collection, output);
            Judge(control, evidence, output);
        }

        WriteGaps(collection, output);
    }

    /// <summary>Tells of evidence that could not be read, each gap once.</summary>
    internal static void WriteGaps(IEvidenceCollection collection, CmdletOutput output)
    {
        foreach (var gap in collection.TakeNewGaps())
        {
            output.WriteError(ErrorRecords.Of(gap));
        }
    }

    private void Judge(CisControl control, AccountEvidence evidence, CmdletOutput output)
    {
        foreach (var finding in evaluator.Evaluate(control, evidence).Select(triage.Settle))
        {
            _allPassed &= finding.Verdict == FindingStatus.Passed || finding.Suppression is not null;
            if (!isQuiet)
            {
                output.WriteObject(finding);
            }
        }
    }

    private void Conclude(CmdletOutput output)
    {
        if (isQuiet)
        {
            output.WriteObject(_allPassed);
        }
    }
}
