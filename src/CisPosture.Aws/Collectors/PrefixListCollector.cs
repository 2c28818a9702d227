using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads the entries of the prefix lists that ingress rules refer to.</summary>
internal sealed class PrefixListCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.PrefixLists)
{
    protected override async Task ReadAsync(string region)
    {
        var groups = Context.Store.Current.Regions.Single(evidence => evidence.Region == region).SecurityGroups.Value ?? [];
        var ids = groups.SelectMany(group => group.Ingress).SelectMany(permission => permission.PrefixListIds);
        var lists = await CollectionContext.ReadEachAsync(ids, id => Context.ReadAsync(() => PrefixListReader.EntriesAsync(Context.Calls, Context.Clients, region, id))).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { PrefixLists = lists });
    }
}
