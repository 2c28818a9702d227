using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Reads users with their policies, and the groups that are to hold them.</summary>
internal sealed class UserPolicyReader(RepairContext context)
{
    private string Region => context.Place.HomeRegion;

    public async Task<LiveUserPolicies> ReadAsync(IEnumerable<string> userArns, string? groupName)
    {
        var users = await CollectionContext.ReadEachAsync(userArns, arn => RepairReader.TryAsync(() => ReadUserAsync(arn))).ConfigureAwait(false);
        var holders = users.Values.Select(read => read.TryGet(out var user, out _) ? user : null).OfType<LivePolicyUser>().Where(user => !user.Policies.IsEmpty).ToList();
        var names = groupName is not null && holders.Count > 0
            ? [groupName]
            : holders.SelectMany(user => user.Groups.Where(name => name.StartsWith(HeldPolicies.Prefix, StringComparison.Ordinal)).Append(user.Policies.GroupName));
        return new LiveUserPolicies(users, await CollectionContext.ReadEachAsync(names, name => RepairReader.TryAsync(() => ReadGroupAsync(name))).ConfigureAwait(false));
    }

    private async Task<LivePolicyUser> ReadUserAsync(string arn)
    {
        var name = IamName.Of(arn);
        var attached = AttachedPolicySetting.ListAsync(context, Region, IamHolder.User, name);
        var inline = UserPolicySetting.ListAsync(context, Region, name);
        var groups = GroupMemberSetting.ListAsync(context, Region, name);
        await Task.WhenAll(attached, inline, groups).ConfigureAwait(false);
        return new LivePolicyUser(arn, new HeldPolicies { Attached = await attached.ConfigureAwait(false), Inline = await inline.ConfigureAwait(false) }, await groups.ConfigureAwait(false));
    }

    private async Task<LivePolicyGroup> ReadGroupAsync(string name)
    {
        List<GetGroupResponse> pages;
        try
        {
            pages = await context.Calls.PagesAsync(
                Operations.GetGroup,
                Region,
                (marker, cancellation) => context.Clients.IdentityManagement(Region).GetGroupAsync(new GetGroupRequest { GroupName = name, Marker = marker }, cancellation),
                page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return new LivePolicyGroup(GroupSetting.OwnedArn(context.Place, name), Path: null, HeldPolicies.None, []);
        }

        var group = pages[0].Group;
        return new LivePolicyGroup(
            group?.Arn ?? throw ApiCaller.Broken(Operations.GetGroup, Region, "The answer has no Arn."),
            group.Path ?? "/",
            new HeldPolicies
            {
                Attached = await AttachedPolicySetting.ListAsync(context, Region, IamHolder.Group, name).ConfigureAwait(false),
                Inline = await GroupPolicySetting.ListAsync(context, Region, name).ConfigureAwait(false),
            },
            pages.SelectMany(page => page.Users.OrEmpty()).Select(user => user.UserName).Sorted());
    }
}
