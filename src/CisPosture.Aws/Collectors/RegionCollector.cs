using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads evidence that every Region has for itself, in all Regions of the scan at the same time.</summary>
internal abstract class RegionCollector(CollectionContext context, EvidenceKind kind) : Collector(context)
{
    public sealed override IReadOnlyList<EvidenceKind> Kinds { get; } = [kind];

    public sealed override async Task CollectAsync()
    {
        var regions = Context.Store.Current.Regions.Select(region => region.Region).ToList();
        regions.ForEach(region => Context.Progress.Expect(region, Kinds[0].Service));
        await Task.WhenAll(regions.Select(CollectAsync)).ConfigureAwait(false);
        AfterAllRegions();
    }

    protected abstract Task ReadAsync(string region);

    /// <summary>Puts together what only all Regions together tell.</summary>
    protected virtual void AfterAllRegions()
    {
    }

    private async Task CollectAsync(string region)
    {
        await ReadAsync(region).ConfigureAwait(false);
        Context.Progress.Complete(region, Kinds[0].Service);
    }
}
