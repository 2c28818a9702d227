using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.Controls;

namespace CisPosture.Commands;

/// <summary>One account of a scan while it is read.</summary>
/// <param name="Place">Its place in the order of accounts.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Collection">Its evidence.</param>
/// <param name="Output">Where gaps are told of.</param>
/// <param name="IsOneOfMany">Whether messages have to say which account they are about.</param>
internal sealed record AccountReading(int Place, string AccountId, IEvidenceCollection Collection, CmdletOutput Output, bool IsOneOfMany)
{
    /// <summary>Waits for some kinds of evidence, and tells of what could not be read by then.</summary>
    /// <param name="kinds">The kinds.</param>
    public async Task<AccountEvidence> WhenReadyAsync(IReadOnlyCollection<EvidenceKind> kinds)
    {
        var evidence = await Collection.WhenReadyAsync(kinds).ConfigureAwait(false);
        TellOfGaps();
        return evidence;
    }

    /// <summary>Waits for all evidence, and tells of what could not be read.</summary>
    public async Task<AccountEvidence> WhenCompleteAsync()
    {
        var evidence = await Collection.WhenCompleteAsync().ConfigureAwait(false);
        TellOfGaps();
        return evidence;
    }

    private void TellOfGaps()
    {
        foreach (var gap in Collection.TakeNewGaps())
        {
            Output.WriteError(AccountEntry.IsEntry(gap) ? ErrorRecords.OfEntry(gap, AccountId) : ErrorRecords.Of(gap, IsOneOfMany ? AccountId : null));
        }
    }
}
