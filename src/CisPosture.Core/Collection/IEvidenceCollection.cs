using CisPosture.Accounts;

namespace CisPosture.Collection;

/// <summary>Evidence that is being read.</summary>
public interface IEvidenceCollection
{
    /// <summary>How far it is. May be read at any time from any thread.</summary>
    CollectionProgress Progress { get; }

    /// <summary>Waits until these kinds are read, as far as they can be.</summary>
    /// <param name="kinds">The kinds to wait for; each must have been asked for.</param>
    /// <returns>All that has been read up to then; the rest is "not collected".</returns>
    Task<AccountEvidence> WhenReadyAsync(IReadOnlyCollection<EvidenceKind> kinds);

    /// <summary>Waits until all is read.</summary>
    /// <returns>All evidence that was asked for.</returns>
    Task<AccountEvidence> WhenCompleteAsync();

    /// <summary>Hands out the gaps that came up since the last call, one for each distinct operation, Region and reason.</summary>
    /// <returns>The gaps; empty where there are no new ones.</returns>
    IReadOnlyList<EvidenceGap> TakeNewGaps();
}
