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
        Add(FlowLogOperations.DescribeFlowLogs);
        Add(VpcOperations.DescribeNetworkInterfaces);
        Add(SecurityGroupOperations.DescribeSecurityGroups);
        Add(SecurityGroupOperations.DescribeSecurityGroupRules);
        Add(PrefixListOperations.DescribeManagedPrefixLists);
        Add(PrefixListOperations.GetManagedPrefixListEntries);
        Add(TagOperations.DescribeTags);
        AddWrite(SecurityGroupOperations.DeleteSecurityGroup, resource: Group);
        AddWrite(SecurityGroupRuleOperations.AuthorizeSecurityGroupIngress, resource: Group, also: Tagging);
        AddWrite(SecurityGroupRuleOperations.AuthorizeSecurityGroupEgress, resource: Group, also: Tagging);
        AddWrite(SecurityGroupRuleOperations.RevokeSecurityGroupIngress, resource: Group);
        AddWrite(SecurityGroupRuleOperations.RevokeSecurityGroupEgress, resource: Group);
        AddWrite(SecurityGroupRuleOperations.ModifySecurityGroupRules, resource: Group);
        AddWrite(FlowLogOperations.CreateFlowLogs, also: call => [.. Tagging(call), .. PassingRole(call)]);
        AddWrite(FlowLogOperations.DeleteFlowLogs);
        AddWrite(TagOperations.CreateTags);
        AddWrite(TagOperations.DeleteTags);
    }

    public override string Name => "ec2";

    public override string QueryVersion => "2016-11-15";

    public override string XmlNamespace => "http://ec2.amazonaws.com/doc/2016-11-15/";

    public override ServiceErrors Errors { get; } = new Ec2Errors();

    public override void Examine(ApiCall call)
    {
        if (call.Input.Flag("DryRun") is true) throw new ApiException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", HttpStatusCode.PreconditionFailed);
    }

    private static IEnumerable<RequiredAction> Tagging(ApiCall call) => call.Input.Has("TagSpecification") ? [new RequiredAction("ec2:CreateTags", "*")] : [];

    private static IEnumerable<RequiredAction> PassingRole(ApiCall call) => call.Input.Text("DeliverLogsPermissionArn") is { } role ? [new RequiredAction("iam:PassRole", role)] : [];

    private static string Group(ApiCall call) => call.Input.Text("GroupId") is { } id ? call.Account.Arn("ec2", call.Region, $"security-group/{id}") : "*";
}
