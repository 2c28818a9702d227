using System.Text.Json;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

internal static class FlowLogOperations
{
    private static readonly Dictionary<string, Func<FlowLog, IEnumerable<string?>>> Filters = new(StringComparer.Ordinal)
    {
        ["resource-id"] = log => [log.ResourceId],
        ["flow-log-id"] = log => [log.FlowLogId],
        ["traffic-type"] = log => [log.TrafficType],
        ["log-destination-type"] = log => [log.LogDestinationType],
        ["log-group-name"] = log => [log.LogGroupName],
        ["deliver-log-status"] = log => [log.DeliverLogsStatus],
    };

    public static ApiResult DescribeFlowLogs(ApiCall call)
    {
        var logs = Ec2Listing.ById(call, call.RegionState.Ec2.FlowLogs, "FlowLogId", log => log.FlowLogId, id => new ApiException("InvalidFlowLogId.NotFound", $"The flow log ID '{id}' does not exist"));
        return Ec2Listing.Answer(call, Ec2Listing.Filtered(call, logs, Filters, log => log.Tags), "flowLogSet", log => new Structure
        {
            ["creationTime"] = log.CreationTime,
            ["deliverLogsErrorMessage"] = log.DeliverLogsErrorMessage,
            ["deliverLogsPermissionArn"] = log.DeliverLogsPermissionArn,
            ["deliverLogsStatus"] = log.DeliverLogsStatus,
            ["flowLogId"] = log.FlowLogId,
            ["flowLogStatus"] = log.FlowLogStatus,
            ["logGroupName"] = log.LogGroupName,
            ["resourceId"] = log.ResourceId,
            ["trafficType"] = log.TrafficType,
            ["logDestinationType"] = log.LogDestinationType,
            ["logDestination"] = log.LogDestination,
            ["logFormat"] = log.LogFormat,
            ["tagSet"] = Ec2Tags.Describe(log.Tags),
            ["maxAggregationInterval"] = log.MaxAggregationInterval,
        });
    }

    /// <summary>
    /// Makes a flow log for each resource that can have it, and tells in a successful answer of those that cannot. Asked again under the
    /// same token, it makes none and answers as it did.
    /// </summary>
    public static ApiResult CreateFlowLogs(ApiCall call)
    {
        if (Earlier(call) is { } earlier) return Answer(call, earlier, []);
        var request = FlowLogRequest.Read(call);
        var outcomes = request.ResourceIds.Select(id => (Id: id, Problem: request.ProblemWith(call, id))).ToArray();
        var made = outcomes.Where(outcome => outcome.Problem is null).Select(outcome => Make(call, request, outcome.Id)).ToArray();
        if (call.Input.Text("ClientToken") is { } token) call.RegionState.Ec2.FlowLogTokens[token] = (Asked(call), made);
        return Answer(call, made, outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => Unsuccessful(outcome.Id, outcome.Problem!)));
    }

    public static ApiResult DeleteFlowLogs(ApiCall call)
    {
        var ids = call.Input.Texts("FlowLogId");
        if (ids.Count == 0) throw call.Errors.Missing("FlowLogId");
        var missing = ids.Where(id => !call.RegionState.Ec2.FlowLogs.Any(log => log.FlowLogId == id)).ToArray();
        foreach (var vpc in call.RegionState.Ec2.Vpcs) vpc.FlowLogs.RemoveAll(log => ids.Contains(log.FlowLogId, StringComparer.Ordinal));
        return new Structure { ["unsuccessful"] = missing.Select(id => Unsuccessful(id, new ApiException("InvalidFlowLogId.NotFound", $"The flow log ID '{id}' does not exist"))) };
    }

    private static IReadOnlyList<string>? Earlier(ApiCall call)
    {
        if (call.Input.Text("ClientToken") is not { } token || !call.RegionState.Ec2.FlowLogTokens.TryGetValue(token, out var earlier)) return null;
        return earlier.Asked == Asked(call)
            ? earlier.FlowLogIds
            : throw new ApiException("IdempotentParameterMismatch", $"The client token '{token}' was used before with other parameters.");
    }

    /// <summary>What was asked for, whatever order the client put it in.</summary>
    private static string Asked(ApiCall call) => JsonSerializer.Serialize(call.Request.Form
        .Where(pair => pair.Key is not "ClientToken")
        .OrderBy(pair => pair.Key, StringComparer.Ordinal));

    private static string Make(ApiCall call, FlowLogRequest request, string resourceId)
    {
        var vpc = call.RegionState.Ec2.Vpcs.Single(vpc => vpc.VpcId == resourceId);
        var log = request.Make(call, UniqueId.NewHex("fl"), resourceId);
        vpc.FlowLogs.Add(log);
        return log.FlowLogId;
    }

    private static Structure Answer(ApiCall call, IEnumerable<string> ids, IEnumerable<Structure> unsuccessful) => new()
    {
        ["clientToken"] = call.Input.Text("ClientToken"),
        ["flowLogIdSet"] = ids,
        ["unsuccessful"] = unsuccessful,
    };

    private static Structure Unsuccessful(string resourceId, ApiException problem) => new()
    {
        ["error"] = new Structure { ["code"] = problem.Code, ["message"] = problem.Message },
        ["resourceId"] = resourceId,
    };
}
