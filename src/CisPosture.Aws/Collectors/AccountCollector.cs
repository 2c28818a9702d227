using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads evidence that the account has once.</summary>
internal abstract class AccountCollector(CollectionContext context, params EvidenceKind[] kinds) : Collector(context)
{
    public sealed override IReadOnlyList<EvidenceKind> Kinds { get; } = kinds;

    public sealed override async Task CollectAsync()
    {
        Context.Progress.Expect(ProgressCounter.Account, Kinds[0].Service);
        await ReadAsync().ConfigureAwait(false);
        Context.Progress.Complete(ProgressCounter.Account, Kinds[0].Service);
    }

    protected abstract Task ReadAsync();
}
