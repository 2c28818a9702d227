using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Facts;

/// <summary>Who holds a managed policy or is bounded by it.</summary>
internal sealed class PolicyHoldersFact : Fact
{
    public const string Name = "PolicyHolders";

    private const string Users = nameof(Users);
    private const string Groups = nameof(Groups);
    private const string Roles = nameof(Roles);

    public override string Kind => Name;

    /// <summary>That just these hold a policy, and nobody is bounded by it.</summary>
    public static RepairPremise Premise(RepairPlace place, LiveManagedPolicy policy, IReadOnlyCollection<LiveIdentity> holders) => new(
        new RepairTarget(Name, place.HomeRegion, policy.Arn),
        State(NamesOf(holders, IamHolder.User), NamesOf(holders, IamHolder.Group), NamesOf(holders, IamHolder.Role)),
        $"{policy.Name} stays in force as it is: somebody else got or lost it after the repair was planned");

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var pages = await context.Calls.PagesAsync(
            Operations.ListEntitiesForPolicy,
            target.Region,
            (marker, cancellation) => context.Clients.IdentityManagement(target.Region).ListEntitiesForPolicyAsync(
                new ListEntitiesForPolicyRequest { PolicyArn = target.ResourceId, Marker = marker, MaxItems = 1000 }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        return new SettingReading(State(
            pages.SelectMany(page => page.PolicyUsers.OrEmpty()).Select(user => user.UserName),
            pages.SelectMany(page => page.PolicyGroups.OrEmpty()).Select(group => group.GroupName),
            pages.SelectMany(page => page.PolicyRoles.OrEmpty()).Select(role => role.RoleName)));
    }

    private static IEnumerable<string> NamesOf(IEnumerable<LiveIdentity> holders, IamHolder kind) => holders.Where(holder => holder.Kind == kind).Select(holder => holder.Name);

    private static RepairState State(IEnumerable<string?> users, IEnumerable<string?> groups, IEnumerable<string?> roles) =>
        RepairState.Of((Users, users.Sorted()), (Groups, groups.Sorted()), (Roles, roles.Sorted()));
}
