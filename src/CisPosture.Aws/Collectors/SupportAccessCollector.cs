using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads who holds AWSSupportAccess as a permissions policy: users by name, groups with their size, roles with whom they trust.</summary>
internal sealed class SupportAccessCollector(CollectionContext context) : IamCollector(context, EvidenceKind.SupportAccess)
{
    private string PolicyArn => $"arn:{Context.Session.Partition}:iam::aws:policy/AWSSupportAccess";

    protected override async Task ReadAsync()
    {
        var access = await Context.ReadAsync(ListAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { SupportAccess = access });
    }

    private async Task<SupportAccess> ListAsync()
    {
        try
        {
            var pages = await PagesAsync(
                Operations.ListEntitiesForPolicy,
                (iam, marker, cancellation) => iam.ListEntitiesForPolicyAsync(
                    new ListEntitiesForPolicyRequest { PolicyArn = PolicyArn, PolicyUsageFilter = "PermissionsPolicy", Marker = marker, MaxItems = 1000 }, cancellation),
                page => (page.IsTruncated, page.Marker)).ConfigureAwait(false);
            return await DescribeAsync(pages).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return new SupportAccess { PolicyArn = PolicyArn, PolicyExists = false };
        }
    }

    private async Task<SupportAccess> DescribeAsync(List<ListEntitiesForPolicyResponse> pages)
    {
        var groupNames = pages.SelectMany(page => page.PolicyGroups.OrEmpty()).Select(group => group.GroupName).Sorted();
        var roleNames = pages.SelectMany(page => page.PolicyRoles.OrEmpty()).Select(role => role.RoleName).Sorted();
        var groups = Task.WhenAll(groupNames.Select(ReadGroupAsync));
        var roles = Task.WhenAll(roleNames.Select(ReadRoleAsync));
        return new SupportAccess
        {
            PolicyArn = PolicyArn,
            Users = pages.SelectMany(page => page.PolicyUsers.OrEmpty()).Select(user => user.UserName).Sorted(),
            Groups = await groups.ConfigureAwait(false),
            Roles = await roles.ConfigureAwait(false),
        };
    }

    private async Task<SupportGroup> ReadGroupAsync(string name)
    {
        var count = await Context.ReadAsync(
            async () =>
            {
                var pages = await PagesAsync(
                    Operations.GetGroup,
                    (iam, marker, cancellation) => iam.GetGroupAsync(new GetGroupRequest { GroupName = name, Marker = marker, MaxItems = 1000 }, cancellation),
                    page => (page.IsTruncated, page.Marker)).ConfigureAwait(false);
                return pages.Sum(page => page.Users.OrEmpty().Count);
            }).ConfigureAwait(false);
        return new SupportGroup { GroupName = name, MemberCount = count };
    }

    private async Task<SupportRole> ReadRoleAsync(string name)
    {
        var trustPolicy = await Context.ReadAsync(
            async () =>
            {
                var response = await CallAsync(
                    Operations.GetRole, (iam, cancellation) => iam.GetRoleAsync(new GetRoleRequest { RoleName = name }, cancellation)).ConfigureAwait(false);
                return response.Role?.AssumeRolePolicyDocument
                    ?? throw ApiCaller.Broken(Operations.GetRole, Context.HomeRegion, "The answer has no AssumeRolePolicyDocument.");
            }).ConfigureAwait(false);
        return new SupportRole { RoleName = name, TrustPolicy = trustPolicy };
    }
}
