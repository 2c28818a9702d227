using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>Finds the security group that a request names, or refuses as EC2 does.</summary>
internal static class SecurityGroupLookup
{
    /// <summary>By its id, or by its name in the default VPC.</summary>
    public static SecurityGroup Find(ApiCall call)
    {
        if (call.Input.Text("GroupId") is { } id) return ById(call, id);
        var name = call.Input.Text("GroupName") ?? throw new ApiException("MissingParameter", "The request must contain the parameter GroupName or GroupId");
        return call.RegionState.Ec2.Vpcs.Where(vpc => vpc.IsDefault).SelectMany(vpc => vpc.SecurityGroups).FirstOrDefault(group => group.GroupName == name)
            ?? throw new ApiException("InvalidGroup.NotFound", $"The security group '{name}' does not exist in default VPC");
    }

    public static SecurityGroup ById(ApiCall call, string id)
    {
        if (!id.StartsWith("sg-", StringComparison.Ordinal)) throw new ApiException("InvalidGroupId.Malformed", $"Invalid id: \"{id}\" (expecting \"sg-...\")");
        return call.RegionState.Ec2.SecurityGroups.FirstOrDefault(group => group.GroupId == id) ?? throw NoSuchGroup(id);
    }

    public static Vpc VpcOf(ApiCall call, SecurityGroup group) => call.RegionState.Ec2.Vpcs.Single(vpc => vpc.VpcId == group.VpcId);

    public static ApiException NoSuchGroup(string id) => new("InvalidGroup.NotFound", $"The security group '{id}' does not exist");
}
