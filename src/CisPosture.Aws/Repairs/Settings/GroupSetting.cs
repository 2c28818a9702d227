using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>An IAM group that is there. Groups take no tags, so that the path tells who made it.</summary>
internal sealed class GroupSetting : Setting
{
    public const string Name = "Group";

    private const string GroupName = nameof(GroupName);
    private const string Path = nameof(Path);

    /// <summary>A group of our own.</summary>
    public static readonly RepairState Owned = RepairState.Of((Path, Ownership.IamPath));

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string groupArn) => new(Name, place.HomeRegion, groupArn, RepairState.Of((GroupName, IamName.Of(groupArn))));

    /// <summary>The ARN of a group of our own.</summary>
    public static string OwnedArn(RepairPlace place, string name) => place.Arn("iam", string.Empty, $"group{Ownership.IamPath}{name}");

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                Operations.GetGroup,
                target.Region,
                cancellation => context.Clients.IdentityManagement(target.Region).GetGroupAsync(new GetGroupRequest { GroupName = target.Key!.Text(GroupName), MaxItems = 1 }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Of((Path, answer.Group?.Path ?? throw ApiCaller.Broken(Operations.GetGroup, target.Region, "The answer has no Path."))));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteGroup,
            new DeleteGroupRequest { GroupName = target.Key!.Text(GroupName) },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteGroupAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateGroup,
            new CreateGroupRequest { GroupName = target.Key!.Text(GroupName), Path = to.Text(Path) },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).CreateGroupAsync(request, cancellation));
}
