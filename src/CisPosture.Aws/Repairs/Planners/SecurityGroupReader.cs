using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using SecurityGroup = Amazon.EC2.Model.SecurityGroup;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Reads a security group with all that decides what may be done about it.</summary>
internal sealed class SecurityGroupReader(RepairContext context, string region)
{
    public async Task<LiveSecurityGroup> ReadAsync(string groupId)
    {
        var group = (await ListAsync(new DescribeSecurityGroupsRequest { GroupIds = [groupId] }).ConfigureAwait(false)).FirstOrDefault()
            ?? throw ApiCaller.Broken(Operations.DescribeSecurityGroups, region, $"The answer does not have the group {groupId}.");
        var rules = await SecurityGroupRuleSetting.ListAsync(context, region, groupId).ConfigureAwait(false);
        return new LiveSecurityGroup
        {
            GroupId = groupId,
            GroupName = group.GroupName ?? string.Empty,
            Rules = rules,
            PrefixLists = await ReadListsAsync(rules.Keys.Where(rule => rule.IsPrefixList).Select(rule => rule.Peer)).ConfigureAwait(false),
            NetworkInterfaces = await ReadInterfacesAsync(groupId).ConfigureAwait(false),
            ReferringGroups = await ReadReferringAsync(groupId).ConfigureAwait(false),
        };
    }

    private async Task<List<SecurityGroup>> ListAsync(DescribeSecurityGroupsRequest request)
    {
        var pages = await context.Calls.PagesAsync(
            Operations.DescribeSecurityGroups,
            region,
            (token, cancellation) =>
            {
                request.NextToken = token;
                return context.Clients.Ec2(region).DescribeSecurityGroupsAsync(request, cancellation);
            },
            page => page.NextToken).ConfigureAwait(false);
        return [.. pages.SelectMany(page => page.SecurityGroups.OrEmpty())];
    }

    private Task<Dictionary<string, Evidence<IReadOnlyList<string>>>> ReadListsAsync(IEnumerable<string> ids) =>
        CollectionContext.ReadEachAsync(ids, id => RepairReader.TryAsync(() => PrefixListReader.EntriesAsync(context.Calls, context.Clients, region, id)));

    private async Task<IReadOnlyList<string>> ReadInterfacesAsync(string groupId)
    {
        var pages = await context.Calls.PagesAsync(
            Operations.DescribeNetworkInterfaces,
            region,
            (token, cancellation) => context.Clients.Ec2(region).DescribeNetworkInterfacesAsync(
                new DescribeNetworkInterfacesRequest { Filters = [new Filter("group-id", [groupId])], NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.NetworkInterfaces.OrEmpty()).Select(network => network.NetworkInterfaceId).Sorted();
    }

    private async Task<IReadOnlyList<string>> ReadReferringAsync(string groupId)
    {
        var referring = new List<string>();
        foreach (var filter in new[] { "ip-permission.group-id", "egress.ip-permission.group-id" })
        {
            var groups = await ListAsync(new DescribeSecurityGroupsRequest { Filters = [new Filter(filter, [groupId])], MaxResults = 1000 }).ConfigureAwait(false);
            referring.AddRange(groups.Select(group => group.GroupId));
        }

        return referring.Where(id => id != groupId).Distinct(StringComparer.Ordinal).Sorted();
    }
}
