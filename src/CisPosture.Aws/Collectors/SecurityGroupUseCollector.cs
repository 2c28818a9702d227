using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

internal sealed class SecurityGroupUseCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.SecurityGroupsInUse)
{
    protected override async Task ReadAsync(string region)
    {
        var used = await Context.ReadAsync(() => ListAsync(region)).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { SecurityGroupsInUse = used });
    }

    private async Task<IReadOnlyList<string>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeNetworkInterfaces,
            region,
            (token, cancellation) => Context.Clients.Ec2(region).DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages
            .SelectMany(page => page.NetworkInterfaces.OrEmpty())
            .SelectMany(network => network.Groups.OrEmpty())
            .Select(group => group.GroupId)
            .Distinct(StringComparer.Ordinal)
            .Sorted();
    }
}
