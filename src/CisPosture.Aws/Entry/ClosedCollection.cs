using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Aws.Entry;

/// <summary>The collection of an account that could not be entered: at its end from the start, with one gap.</summary>
internal sealed class ClosedCollection(AccountEvidence evidence) : IEvidenceCollection
{
    private EvidenceGap? _untaken = evidence.EntryGap;

    public CollectionProgress Progress { get; } = new(0, 0, []);

    public Task<AccountEvidence> WhenReadyAsync(IReadOnlyCollection<EvidenceKind> kinds) => WhenCompleteAsync();

    public Task<AccountEvidence> WhenCompleteAsync() => Task.FromResult(evidence);

    public IReadOnlyList<EvidenceGap> TakeNewGaps() => Interlocked.Exchange(ref _untaken, value: null) is { } gap ? [gap] : [];
}
