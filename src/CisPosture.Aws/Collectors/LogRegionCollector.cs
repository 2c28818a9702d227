using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads a whole listing in each of the Regions where trails deliver to a log group of this account.</summary>
internal abstract class LogRegionCollector<TItem>(CollectionContext context, EvidenceKind kind) : AccountCollector(context, kind)
{
    protected sealed override async Task ReadAsync()
    {
        var regions = TrailLogGroups.RegionsOf(Context.Store.Current);
        var listings = await CollectionContext.ReadEachAsync(regions, region => Context.ReadAsync(() => ListAsync(region))).ConfigureAwait(false);
        Context.Store.Update(account => With(account, listings));
    }

    protected abstract Task<IReadOnlyList<TItem>> ListAsync(string region);

    protected abstract AccountEvidence With(AccountEvidence account, IReadOnlyDictionary<string, Evidence<IReadOnlyList<TItem>>> listings);
}
