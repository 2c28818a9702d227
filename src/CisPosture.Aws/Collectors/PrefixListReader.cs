using Amazon.EC2.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads managed prefix lists.</summary>
internal static class PrefixListReader
{
    public static async Task<IReadOnlyList<string>> EntriesAsync(ApiCaller calls, AwsClients clients, string region, string id)
    {
        var pages = await calls.PagesAsync(
            Operations.GetManagedPrefixListEntries,
            region,
            (token, cancellation) => clients.Ec2(region).GetManagedPrefixListEntriesAsync(
                new GetManagedPrefixListEntriesRequest { PrefixListId = id, NextToken = token, MaxResults = 100 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.Entries.OrEmpty()).Select(entry => entry.Cidr).Sorted();
    }
}
