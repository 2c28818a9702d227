using Amazon.CloudWatchLogs.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Finds out whether the log groups that trails name exist.</summary>
internal sealed class TrailLogGroupCollector(CollectionContext context) : AccountCollector(context, EvidenceKind.TrailLogGroups)
{
    protected override async Task ReadAsync()
    {
        var groups = TrailLogGroups.Of(Context.Store.Current).ToDictionary(group => group.Arn, StringComparer.Ordinal);
        var exist = await CollectionContext.ReadEachAsync(
            groups.Keys,
            arn => Context.ReadAsync(() => ExistsAsync(groups[arn].Region, groups[arn].Name))).ConfigureAwait(false);
        Context.Store.Update(account => account with { TrailLogGroups = exist });
    }

    // The API finds by prefix; a group that is itself the prefix comes first, so the first page settles it.
    private async Task<bool> ExistsAsync(string region, string name)
    {
        var response = await Context.Calls.CallAsync(
            Operations.DescribeLogGroups,
            region,
            cancellation => Context.Clients.CloudWatchLogs(region).DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = name }, cancellation)).ConfigureAwait(false);
        return response.LogGroups.OrEmpty().Any(group => group.LogGroupName == name);
    }
}
