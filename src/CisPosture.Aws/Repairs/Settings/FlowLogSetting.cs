using Amazon.EC2.Model;
using Amazon.Runtime;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A flow log that a repair has made for a VPC. Other flow logs of the VPC are none of its business.</summary>
internal sealed class FlowLogSetting : Setting
{
    public const string Name = "FlowLog";

    private const string Vpc = "VpcId";
    private const string Traffic = nameof(FlowLog.TrafficType);
    private const string Group = nameof(FlowLog.LogGroupName);
    private const string Role = nameof(FlowLog.DeliverLogsPermissionArn);

    public override string Kind => Name;

    public static RepairTarget Target(string region, string vpcArn) => new(Name, region, vpcArn, RepairState.Of((Vpc, vpcArn.Substring(vpcArn.LastIndexOf('/') + 1))));

    public static RepairState Rejected(string logGroup, string roleArn) => RepairState.Of((Traffic, "REJECT"), (Group, logGroup), (Role, roleArn));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var pages = await context.Calls.PagesAsync(
            Operations.DescribeFlowLogs,
            target.Region,
            (token, cancellation) => context.Clients.Ec2(target.Region).DescribeFlowLogsAsync(
                new DescribeFlowLogsRequest { Filter = [new Filter("resource-id", [target.Key!.Text(Vpc)]), new Filter("tag-key", [Ownership.Tag])], NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.FlowLogs.OrEmpty()).OrderBy(log => log.FlowLogId, StringComparer.Ordinal).FirstOrDefault() is { } own
            ? new SettingReading(RepairState.Of((Traffic, own.TrafficType?.Value), (Group, own.LogGroupName), (Role, own.DeliverLogsPermissionArn)), own.FlowLogId)
            : SettingReading.Missing;
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteFlowLogs,
            new DeleteFlowLogsRequest { FlowLogIds = from.Id is null ? [] : [from.Id] },
            async (clients, request, cancellation) =>
            {
                var answer = await clients.Ec2(target.Region).DeleteFlowLogsAsync(request, cancellation).ConfigureAwait(false);
                ThrowIfAny(answer.Unsuccessful);
                return answer;
            })
        : SettingChange.Of(
            RepairOperations.CreateFlowLogs,
            new CreateFlowLogsRequest
            {
                ResourceType = "VPC",
                ResourceIds = [target.Key!.Text(Vpc)],
                TrafficType = to.Text(Traffic),
                LogGroupName = to.Text(Group),
                DeliverLogsPermissionArn = to.Text(Role),
                TagSpecifications = [new TagSpecification { ResourceType = "vpc-flow-log", Tags = [new Tag(Ownership.Tag, "Repair-CisFlowLog")] }],
            },
            async (clients, request, cancellation) =>
            {
                var answer = await clients.Ec2(target.Region).CreateFlowLogsAsync(request, cancellation).ConfigureAwait(false);
                ThrowIfAny(answer.Unsuccessful);
                return answer;
            });

    // EC2 answers with success even where nothing was made.
    private static void ThrowIfAny(List<UnsuccessfulItem>? unsuccessful)
    {
        if (unsuccessful.OrEmpty() is [{ Error: { } error }, ..])
        {
            throw new AmazonServiceException(error.Message) { ErrorCode = error.Code };
        }
    }
}
