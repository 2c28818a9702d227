using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads the entries of the prefix lists that ingress rules refer to.</summary>
internal sealed class PrefixListCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.PrefixLists)
{
    protected override async Task ReadAsync(string region)
    {
        var groups = Context.Store.Current.Regions.Single(evidence => evidence.Region == region).SecurityGroups.Value ?? [];
        var ids = groups.SelectMany(group => group.Ingress).SelectMany(permission => permission.PrefixListIds);
        var lists = await CollectionContext.ReadEachAsync(ids, id => Context.ReadAsync(() => ListAsync(region, id))).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { PrefixLists = lists });
    }

    private async Task<IReadOnlyList<string>> ListAsync(string region, string id)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.GetManagedPrefixListEntries,
            region,
            (token, cancellation) => Context.Clients.Ec2(region).GetManagedPrefixListEntriesAsync(
                new GetManagedPrefixListEntriesRequest { PrefixListId = id, NextToken = token, MaxResults = 100 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.Entries.OrEmpty()).Select(entry => entry.Cidr).Sorted();
    }
}
