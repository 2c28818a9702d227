using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

internal static class LogGroupOperations
{
    public static ApiResult DescribeLogGroups(ApiCall call)
    {
        var prefix = call.Input.Text("logGroupNamePrefix") ?? "";
        var groups = call.RegionState.LogGroups
            .Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .ToArray();
        var page = call.Page(groups, LogsPaging.Rules);
        return new Structure { ["logGroups"] = page.Items.Select(group => Describe(call, group)), ["nextToken"] = page.NextToken };
    }

    private static Structure Describe(ApiCall call, LogGroup group)
    {
        var arn = call.Account.Arn("logs", call.Region, $"log-group:{group.Name}");
        return new Structure
        {
            ["logGroupName"] = group.Name,
            ["creationTime"] = group.CreationTime.ToUnixTimeMilliseconds(),
            ["retentionInDays"] = group.RetentionInDays,
            ["metricFilterCount"] = group.MetricFilters.Count,
            ["arn"] = $"{arn}:*",
            ["storedBytes"] = 0L,
            ["kmsKeyId"] = group.KmsKeyId,
            ["logGroupClass"] = "STANDARD",
            ["logGroupArn"] = arn,
        };
    }
}
