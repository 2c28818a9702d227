using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A policy that is written into a group, by its name.</summary>
internal sealed class GroupPolicySetting : Setting
{
    public const string Name = "GroupPolicy";

    private const string GroupName = nameof(GroupName);
    private const string PolicyName = nameof(PolicyName);

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string groupArn, string policy) =>
        new(Name, place.HomeRegion, groupArn, RepairState.Of((GroupName, IamName.Of(groupArn)), (PolicyName, policy)));

    /// <summary>Reads all policies that are written into a group.</summary>
    /// <exception cref="ApiCallException">AWS did not answer with them, as where the group does not exist.</exception>
    public static async Task<IReadOnlyDictionary<string, RepairState>> ListAsync(RepairContext context, string region, string groupName)
    {
        var pages = await context.Calls.PagesAsync(
            RepairOperations.ListGroupPolicies,
            region,
            (marker, cancellation) => context.Clients.IdentityManagement(region).ListGroupPoliciesAsync(new ListGroupPoliciesRequest { GroupName = groupName, Marker = marker }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        return await CollectionContext.ReadEachAsync(
            pages.SelectMany(page => page.PolicyNames.OrEmpty()), policy => ReadAsync(context, region, groupName, policy)).ConfigureAwait(false);
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            return new SettingReading(await ReadAsync(context, target.Region, target.Key!.Text(GroupName)!, target.Key.Text(PolicyName)!).ConfigureAwait(false));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var (group, policy) = (target.Key!.Text(GroupName), target.Key.Text(PolicyName));
        return to is null
            ? SettingChange.Of(
                RepairOperations.DeleteGroupPolicy,
                new DeleteGroupPolicyRequest { GroupName = group, PolicyName = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteGroupPolicyAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.PutGroupPolicy,
                new PutGroupPolicyRequest { GroupName = group, PolicyName = policy, PolicyDocument = to.Json },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).PutGroupPolicyAsync(request, cancellation)) with { PropagationErrors = [ErrorCodes.NoSuchEntity] };
    }

    private static async Task<RepairState> ReadAsync(RepairContext context, string region, string groupName, string policyName)
    {
        var answer = await context.Calls.CallAsync(
            RepairOperations.GetGroupPolicy,
            region,
            cancellation => context.Clients.IdentityManagement(region).GetGroupPolicyAsync(
                new GetGroupPolicyRequest { GroupName = groupName, PolicyName = policyName }, cancellation)).ConfigureAwait(false);
        return IamDocument.Read(RepairOperations.GetGroupPolicy, region, answer.PolicyDocument);
    }
}
