using System.Net;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>EC2, as far as networks go.</summary>
internal sealed class Ec2Api : ServiceApi
{
    public Ec2Api()
    {
        Add(RegionOperations.DescribeRegions);
        Add(VpcOperations.DescribeVpcs);
        Add(VpcOperations.DescribeFlowLogs);
        Add(VpcOperations.DescribeNetworkInterfaces);
        Add(SecurityGroupOperations.DescribeSecurityGroups);
        Add(SecurityGroupOperations.DescribeSecurityGroupRules);
        Add(PrefixListOperations.DescribeManagedPrefixLists);
        Add(PrefixListOperations.GetManagedPrefixListEntries);
    }

    public override string Name => "ec2";

    public override string QueryVersion => "2016-11-15";

    public override string XmlNamespace => "http://ec2.amazonaws.com/doc/2016-11-15/";

    public override ServiceErrors Errors { get; } = new Ec2Errors();

    public override void Examine(ApiCall call)
    {
        if (call.Input.Flag("DryRun") is true) throw new ApiException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", HttpStatusCode.PreconditionFailed);
    }
}
