using Amazon.CloudWatchLogs.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A log group that is there, and who made it.</summary>
internal sealed class LogGroupSetting : Setting
{
    public const string Name = "LogGroup";
    public const string Owner = "Owner";

    private const string Group = "LogGroup";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string group) =>
        new(Name, region, Arn(place, region, group), RepairState.Of((Group, group)));

    /// <summary>The ARN without the ":*" that some services want behind it.</summary>
    public static string Arn(RepairPlace place, string region, string group) => place.Arn("logs", region, $"log-group:{group}");

    public static RepairState OwnedBy(string owner) => RepairState.Of((Owner, owner));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.ListLogGroupTags,
                target.Region,
                cancellation => context.Clients.CloudWatchLogs(target.Region).ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = target.ResourceId }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Of((Owner, answer.Tags?.TryGetValue(Ownership.Tag, out var owner) == true ? owner : null)));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.ResourceNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteLogGroup,
            new DeleteLogGroupRequest { LogGroupName = target.Key!.Text(Group) },
            (clients, request, cancellation) => clients.CloudWatchLogs(target.Region).DeleteLogGroupAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateLogGroup,
            new CreateLogGroupRequest { LogGroupName = target.Key!.Text(Group), Tags = new Dictionary<string, string>(StringComparer.Ordinal) { [Ownership.Tag] = to.Text(Owner)! } },
            (clients, request, cancellation) => clients.CloudWatchLogs(target.Region).CreateLogGroupAsync(request, cancellation));
}
