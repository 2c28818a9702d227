using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using Vpc = CisPosture.Accounts.Vpc;

namespace CisPosture.Aws.Collectors;

internal sealed class VpcCollector(CollectionContext context) : RegionListCollector<Vpc>(context, EvidenceKind.Vpcs)
{
    protected override RegionEvidence With(RegionEvidence region, Evidence<IReadOnlyList<Vpc>> items) => region with { Vpcs = items };

    protected override async Task<IReadOnlyList<Vpc>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeVpcs,
            region,
            (token, cancellation) => Context.Clients.Ec2(region).DescribeVpcsAsync(
                new DescribeVpcsRequest { NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return
        [
            .. pages.SelectMany(page => page.Vpcs.OrEmpty())
                .Select(vpc => new Vpc { VpcId = vpc.VpcId, OwnerId = vpc.OwnerId, IsDefault = vpc.IsDefault == true, CidrBlock = vpc.CidrBlock })
                .OrderBy(vpc => vpc.VpcId, StringComparer.Ordinal),
        ];
    }
}
