using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using SecurityGroup = CisPosture.Accounts.SecurityGroup;

namespace CisPosture.Aws.Collectors;

internal sealed class SecurityGroupCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.SecurityGroups)
{
    protected override async Task ReadAsync(string region)
    {
        var groups = await Context.ReadAsync(() => ListAsync(region)).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { SecurityGroups = groups });
    }

    private async Task<IReadOnlyList<SecurityGroup>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeSecurityGroups,
            region,
            (token, cancellation) => Context.Clients.Ec2(region).DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return [.. pages.SelectMany(page => page.SecurityGroups.OrEmpty()).Select(ToGroup).OrderBy(group => group.GroupId, StringComparer.Ordinal)];
    }

    private static SecurityGroup ToGroup(Amazon.EC2.Model.SecurityGroup group) => new()
    {
        GroupId = group.GroupId,
        GroupName = group.GroupName ?? string.Empty,
        OwnerId = group.OwnerId ?? string.Empty,
        VpcId = string.IsNullOrEmpty(group.VpcId) ? null : group.VpcId,
        Ingress = ToPermissions(group.IpPermissions),
        Egress = ToPermissions(group.IpPermissionsEgress),
    };

    private static IReadOnlyList<SecurityGroupPermission> ToPermissions(List<IpPermission>? permissions) =>
    [
        .. permissions.OrEmpty()
            .Select(ToPermission)
            .OrderBy(permission => permission.IpProtocol, StringComparer.Ordinal)
            .ThenBy(permission => permission.FromPort)
            .ThenBy(permission => permission.ToPort),
    ];

    private static SecurityGroupPermission ToPermission(IpPermission permission) => new()
    {
        IpProtocol = permission.IpProtocol ?? string.Empty,
        FromPort = permission.FromPort,
        ToPort = permission.ToPort,
        Ipv4Ranges = permission.Ipv4Ranges.OrEmpty().Select(range => range.CidrIp).Sorted(),
        Ipv6Ranges = permission.Ipv6Ranges.OrEmpty().Select(range => range.CidrIpv6).Sorted(),
        PrefixListIds = permission.PrefixListIds.OrEmpty().Select(list => list.Id).Sorted(),
        GroupIds = permission.UserIdGroupPairs.OrEmpty().Select(pair => pair.GroupId).Sorted(),
    };
}
