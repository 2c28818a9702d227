using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

internal static class VpcOperations
{
    private static readonly Dictionary<string, Func<Vpc, IEnumerable<string?>>> VpcFilters = new(StringComparer.Ordinal)
    {
        ["vpc-id"] = vpc => [vpc.VpcId],
        ["owner-id"] = vpc => [vpc.OwnerId],
        ["cidr"] = vpc => [vpc.CidrBlock],
        ["is-default"] = vpc => [vpc.IsDefault ? "true" : "false"],
        ["state"] = _ => ["available"],
    };

    private static readonly Dictionary<string, Func<NetworkInterface, IEnumerable<string?>>> InterfaceFilters = new(StringComparer.Ordinal)
    {
        ["network-interface-id"] = one => [one.NetworkInterfaceId],
        ["group-id"] = one => one.Groups.Select(group => group.GroupId),
        ["group-name"] = one => one.SecurityGroups,
        ["vpc-id"] = one => [one.Vpc.VpcId],
        ["owner-id"] = one => [one.Vpc.OwnerId],
        ["status"] = one => [one.Status],
        ["interface-type"] = one => [one.InterfaceType],
        ["description"] = one => [one.Description],
    };

    public static ApiResult DescribeVpcs(ApiCall call)
    {
        var vpcs = Ec2Listing.ById(call, call.RegionState.Ec2.Vpcs, "VpcId", vpc => vpc.VpcId, id => new ApiException("InvalidVpcID.NotFound", $"The vpc ID '{id}' does not exist"));
        return Ec2Listing.Answer(call, Ec2Listing.Filtered(call, vpcs, VpcFilters, vpc => vpc.Tags), "vpcSet", vpc => new Structure
        {
            ["vpcId"] = vpc.VpcId,
            ["ownerId"] = vpc.OwnerId,
            ["state"] = "available",
            ["cidrBlock"] = vpc.CidrBlock,
            ["cidrBlockAssociationSet"] = new[]
            {
                new Structure
                {
                    ["associationId"] = vpc.VpcId.Replace("vpc-", "vpc-cidr-assoc-", StringComparison.Ordinal),
                    ["cidrBlock"] = vpc.CidrBlock,
                    ["cidrBlockState"] = new Structure { ["state"] = "associated" },
                },
            },
            ["dhcpOptionsId"] = "default",
            ["instanceTenancy"] = "default",
            ["isDefault"] = vpc.IsDefault,
            ["tagSet"] = Ec2Tags.Describe(vpc.Tags),
        });
    }

    public static ApiResult DescribeNetworkInterfaces(ApiCall call)
    {
        var interfaces = Ec2Listing.ById(
            call,
            call.RegionState.Ec2.NetworkInterfaces,
            "NetworkInterfaceId",
            one => one.NetworkInterfaceId,
            id => new ApiException("InvalidNetworkInterfaceID.NotFound", $"The networkInterface ID '{id}' does not exist"));
        return Ec2Listing.Answer(call, Ec2Listing.Filtered(call, interfaces, InterfaceFilters), "networkInterfaceSet", one => new Structure
        {
            ["networkInterfaceId"] = one.NetworkInterfaceId,
            ["description"] = one.Description,
            ["vpcId"] = one.Vpc.VpcId,
            ["ownerId"] = one.Vpc.OwnerId,
            ["interfaceType"] = one.InterfaceType,
            ["status"] = one.Status,
            ["privateIpAddress"] = one.PrivateIpAddress,
            ["groupSet"] = one.Groups.Select(group => new Structure { ["groupId"] = group.GroupId, ["groupName"] = group.GroupName }),
            ["tagSet"] = Array.Empty<object>(),
        });
    }
}
