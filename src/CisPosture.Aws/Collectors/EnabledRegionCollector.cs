using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Settles the Regions of the scan: those that were asked for, else those that the account has enabled.</summary>
internal sealed class EnabledRegionCollector(CollectionContext context) : AccountCollector(context, EvidenceKind.EnabledRegions)
{
    protected override async Task ReadAsync()
    {
        if (Context.Request.Regions.Count > 0)
        {
            SetRegions(Context.Request.Regions);
            return;
        }

        var enabled = await Context.ReadAsync(ListAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { EnabledRegions = enabled });
        SetRegions(enabled.Value ?? []);
    }

    private async Task<IReadOnlyList<string>> ListAsync()
    {
        var region = Context.Session.Region;
        var response = await Context.Calls.CallAsync(
            Operations.DescribeRegions,
            region,
            cancellation => Context.Clients.Ec2(region).DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = false }, cancellation)).ConfigureAwait(false);
        return [.. response.Regions.OrEmpty().Select(item => item.RegionName).OrderBy(name => name, StringComparer.Ordinal)];
    }

    private void SetRegions(IEnumerable<string> regions)
    {
        var scanned = regions
            .Except(Context.Request.ExcludedRegions, StringComparer.Ordinal)
            .OrderBy(region => region, StringComparer.Ordinal)
            .Select(region => new RegionEvidence { Region = region });
        Context.Store.Update(account => account with { Regions = [.. scanned] });
    }
}
