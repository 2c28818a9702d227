using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads one listing in every Region.</summary>
internal abstract class RegionListCollector<TItem>(CollectionContext context, EvidenceKind kind) : RegionCollector(context, kind)
{
    protected sealed override async Task ReadAsync(string region)
    {
        var items = await Context.ReadAsync(() => ListAsync(region)).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => With(evidence, items));
    }

    protected abstract Task<IReadOnlyList<TItem>> ListAsync(string region);

    protected abstract RegionEvidence With(RegionEvidence region, Evidence<IReadOnlyList<TItem>> items);
}
