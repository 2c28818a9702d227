using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using Vpc = CisPosture.Accounts.Vpc;

namespace CisPosture.Aws.Collectors;

internal sealed class VpcCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.Vpcs)
{
    protected override async Task ReadAsync(string region)
    {
        var vpcs = await Context.ReadAsync(() => ListAsync(region)).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { Vpcs = vpcs });
    }

    private async Task<IReadOnlyList<Vpc>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeVpcs,
            region,
            (token, cancellation) => Context.Clients.Ec2(region).DescribeVpcsAsync(new DescribeVpcsRequest { NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return
        [
            .. pages.SelectMany(page => page.Vpcs.OrEmpty())
                .Select(vpc => new Vpc { VpcId = vpc.VpcId, OwnerId = vpc.OwnerId, IsDefault = vpc.IsDefault == true, CidrBlock = vpc.CidrBlock })
                .OrderBy(vpc => vpc.VpcId, StringComparer.Ordinal),
        ];
    }
}
