using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Commands;

/// <summary>Judges controls in accounts, each as soon as its evidence is there, and tells the findings in their fixed order.</summary>
internal sealed class Scan(IReadOnlyList<CisControl> controls, ControlEvaluator evaluator, FindingTriage triage, bool isQuiet)
{
    /// <summary>Judges live accounts while they are read.</summary>
    public async Task JudgeLiveAsync(LiveAccounts live, CmdletOutput output, CancellationToken cancellationToken)
    {
        using var accounts = await live.OpenAsync(output, cancellationToken).ConfigureAwait(false);
        var kinds = controls.SelectMany(evaluator.Reads).Distinct().ToList();
        var sequence = Sequence(accounts.Count, output);
        await accounts.ReadAsync(kinds, (account, token) => JudgeAsReadAsync(account, sequence, token), cancellationToken).ConfigureAwait(false);
        Conclude(sequence, output);
    }

    /// <summary>Judges evidence that is all there. Its gaps were told of when it was read.</summary>
    public void JudgeSnapshot(IReadOnlyList<AccountEvidence> accounts, CmdletOutput output, CancellationToken cancellationToken)
    {
        var sequence = Sequence(accounts.Count, output);
        var ordered = accounts.OrderBy(account => account.AccountId, StringComparer.Ordinal).ToList();
        for (var control = 0; control < controls.Count; control++)
        {
            for (var account = 0; account < ordered.Count; account++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sequence.Add(control, account, Judge(control, ordered[account]));
            }
        }

        Conclude(sequence, output);
    }

    private async Task JudgeAsReadAsync(AccountReading account, FindingSequence sequence, CancellationToken cancellationToken)
    {
        for (var control = 0; control < controls.Count; control++)
        {
            var evidence = await account.WhenReadyAsync(evaluator.Reads(controls[control])).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            sequence.Add(control, account.Place, Judge(control, evidence));
        }

        await account.WhenCompleteAsync().ConfigureAwait(false);
    }

    private IReadOnlyList<CisFinding> Judge(int control, AccountEvidence evidence) => [.. evaluator.Evaluate(controls[control], evidence).Select(triage.Settle)];

    private FindingSequence Sequence(int accounts, CmdletOutput output) => new(controls.Count, accounts, isQuiet ? null : output.WriteObject);

    private void Conclude(FindingSequence sequence, CmdletOutput output)
    {
        if (isQuiet)
        {
            output.WriteObject(sequence.AllPassed);
        }
    }
}
