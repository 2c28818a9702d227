using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Reads users with their policies, and the groups that are to hold them.</summary>
internal sealed class UserPolicyReader(RepairReader reader)
{
    private string Region => reader.Place.HomeRegion;

    private RepairContext Context => reader.Context;

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
        var attached = ListAttachedAsync(IamHolder.User, arn);
        var inline = UserPolicySetting.ListAsync(Context, Region, name);
        var groups = GroupMemberSetting.ListAsync(Context, Region, name);
        await Task.WhenAll(attached, inline, groups).ConfigureAwait(false);
        return new LivePolicyUser(arn, new HeldPolicies { Attached = await attached.ConfigureAwait(false), Inline = await inline.ConfigureAwait(false) }, await groups.ConfigureAwait(false));
    }

    // Without what the repair of policies that allow everything would have taken and given before.
    private async Task<IReadOnlyList<string>> ListAttachedAsync(IamHolder holder, string arn)
    {
        var attached = await AttachedPolicySetting.ListAsync(Context, Region, holder, IamName.Of(arn)).ConfigureAwait(false);
        var planned = reader.Planned(AttachedPolicySetting.Name).Where(setting => setting.Key.ResourceId == arn).ToLookup(setting => setting.Value is not null, setting => AttachedPolicySetting.PolicyOf(setting.Key));
        return attached.Except(planned[false], StringComparer.Ordinal).Union(planned[true], StringComparer.Ordinal).Sorted();
    }

    private async Task<LivePolicyGroup> ReadGroupAsync(string name)
    {
        List<GetGroupResponse> pages;
        try
        {
            pages = await Context.Calls.PagesAsync(
                Operations.GetGroup,
                Region,
                (marker, cancellation) => Context.Clients.IdentityManagement(Region).GetGroupAsync(new GetGroupRequest { GroupName = name, Marker = marker }, cancellation),
                page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return new LivePolicyGroup(GroupSetting.OwnedArn(reader.Place, name), Path: null, HeldPolicies.None, []);
        }

        var group = pages[0].Group;
        var arn = group?.Arn ?? throw ApiCaller.Broken(Operations.GetGroup, Region, "The answer has no Arn.");
        return new LivePolicyGroup(
            arn,
            group.Path ?? "/",
            new HeldPolicies
            {
                Attached = await ListAttachedAsync(IamHolder.Group, arn).ConfigureAwait(false),
                Inline = await GroupPolicySetting.ListAsync(Context, Region, name).ConfigureAwait(false),
            },
            pages.SelectMany(page => page.Users.OrEmpty()).Select(user => user.UserName).Sorted());
    }
}
