using Amazon.CloudWatchLogs.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>How long a log group keeps its events; missing where it keeps them for ever, or is not there.</summary>
internal sealed class LogRetentionSetting : Setting
{
    public const string Name = "LogRetention";

    private const string Group = "LogGroup";
    private const string Days = "Days";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string group) =>
        new(Name, region, LogGroupSetting.Arn(place, region, group), RepairState.Of((Group, group)));

    public static RepairState Of(int days) => RepairState.Of((Days, days));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var name = target.Key!.Text(Group);
        var pages = await context.Calls.PagesAsync(
            Operations.DescribeLogGroups,
            target.Region,
            (token, cancellation) => context.Clients.CloudWatchLogs(target.Region).DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = name, NextToken = token }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.LogGroups.OrEmpty()).FirstOrDefault(group => group.LogGroupName == name)?.RetentionInDays is { } days
            ? new SettingReading(Of(days))
            : SettingReading.Missing;
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteRetentionPolicy,
            new DeleteRetentionPolicyRequest { LogGroupName = target.Key!.Text(Group) },
            (clients, request, cancellation) => clients.CloudWatchLogs(target.Region).DeleteRetentionPolicyAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.PutRetentionPolicy,
            new PutRetentionPolicyRequest { LogGroupName = target.Key!.Text(Group), RetentionInDays = to.Number(Days) },
            (clients, request, cancellation) => clients.CloudWatchLogs(target.Region).PutRetentionPolicyAsync(request, cancellation));
}
