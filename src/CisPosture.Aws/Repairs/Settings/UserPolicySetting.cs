using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A policy that is written into a user, by its name.</summary>
internal sealed class UserPolicySetting : Setting
{
    public const string Name = "UserPolicy";

    private const string UserName = nameof(UserName);
    private const string PolicyName = nameof(PolicyName);

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string userArn, string policy) =>
        new(Name, place.HomeRegion, userArn, RepairState.Of((UserName, IamName.Of(userArn)), (PolicyName, policy)));

    /// <summary>Reads all policies that are written into a user.</summary>
    /// <exception cref="ApiCallException">AWS did not answer with them, as where the user does not exist.</exception>
    public static async Task<IReadOnlyDictionary<string, RepairState>> ListAsync(RepairContext context, string region, string userName)
    {
        var pages = await context.Calls.PagesAsync(
            RepairOperations.ListUserPolicies,
            region,
            (marker, cancellation) => context.Clients.IdentityManagement(region).ListUserPoliciesAsync(new ListUserPoliciesRequest { UserName = userName, Marker = marker }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        return await CollectionContext.ReadEachAsync(
            pages.SelectMany(page => page.PolicyNames.OrEmpty()), policy => ReadAsync(context, region, userName, policy)).ConfigureAwait(false);
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            return new SettingReading(await ReadAsync(context, target.Region, target.Key!.Text(UserName)!, target.Key.Text(PolicyName)!).ConfigureAwait(false));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var (user, policy) = (target.Key!.Text(UserName), target.Key.Text(PolicyName));
        return to is null
            ? SettingChange.Of(
                RepairOperations.DeleteUserPolicy,
                new DeleteUserPolicyRequest { UserName = user, PolicyName = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteUserPolicyAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.PutUserPolicy,
                new PutUserPolicyRequest { UserName = user, PolicyName = policy, PolicyDocument = to.Json },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).PutUserPolicyAsync(request, cancellation)) with { PropagationErrors = [ErrorCodes.NoSuchEntity] };
    }

    private static async Task<RepairState> ReadAsync(RepairContext context, string region, string userName, string policyName)
    {
        var answer = await context.Calls.CallAsync(
            RepairOperations.GetUserPolicy,
            region,
            cancellation => context.Clients.IdentityManagement(region).GetUserPolicyAsync(
                new GetUserPolicyRequest { UserName = userName, PolicyName = policyName }, cancellation)).ConfigureAwait(false);
        return IamDocument.Read(RepairOperations.GetUserPolicy, region, answer.PolicyDocument);
    }
}
