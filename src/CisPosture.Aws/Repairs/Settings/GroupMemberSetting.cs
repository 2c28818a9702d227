using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a user is in a group.</summary>
internal sealed class GroupMemberSetting : Setting
{
    public const string Name = "GroupMember";

    private const string UserName = nameof(UserName);
    private const string GroupName = nameof(GroupName);

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string userArn, string groupName) =>
        new(Name, place.HomeRegion, userArn, RepairState.Of((UserName, IamName.Of(userArn)), (GroupName, groupName)));

    /// <summary>Lists the names of the groups that a user is in.</summary>
    /// <exception cref="ApiCallException">AWS did not answer with them, as where the user does not exist.</exception>
    public static async Task<IReadOnlyList<string>> ListAsync(RepairContext context, string region, string userName)
    {
        var pages = await context.Calls.PagesAsync(
            RepairOperations.ListGroupsForUser,
            region,
            (marker, cancellation) => context.Clients.IdentityManagement(region).ListGroupsForUserAsync(new ListGroupsForUserRequest { UserName = userName, Marker = marker }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        return pages.SelectMany(page => page.Groups.OrEmpty()).Select(group => group.GroupName).Sorted();
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var groups = await ListAsync(context, target.Region, target.Key!.Text(UserName)!).ConfigureAwait(false);
            return groups.Contains(target.Key.Text(GroupName), StringComparer.Ordinal) ? new SettingReading(RepairState.Empty) : SettingReading.Missing;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var (user, group) = (target.Key!.Text(UserName), target.Key.Text(GroupName));
        return to is null
            ? SettingChange.Of(
                RepairOperations.RemoveUserFromGroup,
                new RemoveUserFromGroupRequest { UserName = user, GroupName = group },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).RemoveUserFromGroupAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.AddUserToGroup,
                new AddUserToGroupRequest { UserName = user, GroupName = group },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).AddUserToGroupAsync(request, cancellation)) with { PropagationErrors = [ErrorCodes.NoSuchEntity] };
    }
}
