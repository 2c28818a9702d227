using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using FlowLog = CisPosture.Accounts.FlowLog;

namespace CisPosture.Aws.Collectors;

internal sealed class FlowLogCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.FlowLogs)
{
    protected override async Task ReadAsync(string region)
    {
        var logs = await Context.ReadAsync(() => ListAsync(region)).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { FlowLogs = logs });
    }

    private async Task<IReadOnlyList<FlowLog>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.DescribeFlowLogs,
            region,
            (token, cancellation) => Context.Clients.Ec2(region).DescribeFlowLogsAsync(new DescribeFlowLogsRequest { NextToken = token, MaxResults = 1000 }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return [.. pages.SelectMany(page => page.FlowLogs.OrEmpty()).Select(ToFlowLog).OrderBy(log => log.FlowLogId, StringComparer.Ordinal)];
    }

    private static FlowLog ToFlowLog(Amazon.EC2.Model.FlowLog log) => new()
    {
        FlowLogId = log.FlowLogId,
        ResourceId = log.ResourceId,
        FlowLogStatus = log.FlowLogStatus ?? string.Empty,
        TrafficType = log.TrafficType?.Value ?? string.Empty,
        DeliverLogsStatus = log.DeliverLogsStatus,
        DeliverLogsErrorMessage = log.DeliverLogsErrorMessage,
        LogDestinationType = log.LogDestinationType?.Value,
    };
}
