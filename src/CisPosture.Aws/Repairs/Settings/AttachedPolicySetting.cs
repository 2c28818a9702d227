using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a managed policy is attached to a user, group or role.</summary>
internal sealed class AttachedPolicySetting : Setting
{
    public const string Name = "AttachedPolicy";

    private const string Holder = nameof(Holder);
    private const string HolderName = nameof(HolderName);
    private const string PolicyArn = nameof(PolicyArn);

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, IamHolder holder, string holderArn, string policyArn) => new(
        Name, place.HomeRegion, holderArn, RepairState.Of((Holder, holder.ToString()), (HolderName, IamName.Of(holderArn)), (PolicyArn, policyArn)));

    /// <summary>The policy that a target is about.</summary>
    public static string PolicyOf(RepairTarget target) => target.Key!.Text(PolicyArn)!;

    /// <summary>What kind of holder a target is about.</summary>
    public static IamHolder HolderOf(RepairTarget target) => (IamHolder)Enum.Parse(typeof(IamHolder), target.Key!.Text(Holder)!);

    /// <summary>Lists the ARNs of the policies that are attached to a holder.</summary>
    /// <exception cref="ApiCallException">AWS did not answer with them, as where the holder does not exist.</exception>
    public static Task<IReadOnlyList<string>> ListAsync(RepairContext context, string region, IamHolder holder, string name)
    {
        var iam = context.Clients.IdentityManagement(region);
        return holder switch
        {
            IamHolder.User => ListAsync(
                context,
                region,
                RepairOperations.ListAttachedUserPolicies,
                (marker, cancellation) => iam.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = name, Marker = marker }, cancellation),
                page => (page.AttachedPolicies, page.IsTruncated, page.Marker)),
            IamHolder.Group => ListAsync(
                context,
                region,
                RepairOperations.ListAttachedGroupPolicies,
                (marker, cancellation) => iam.ListAttachedGroupPoliciesAsync(new ListAttachedGroupPoliciesRequest { GroupName = name, Marker = marker }, cancellation),
                page => (page.AttachedPolicies, page.IsTruncated, page.Marker)),
            _ => ListAsync(
                context,
                region,
                RepairOperations.ListAttachedRolePolicies,
                (marker, cancellation) => iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = name, Marker = marker }, cancellation),
                page => (page.AttachedPolicies, page.IsTruncated, page.Marker)),
        };
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var attached = await ListAsync(context, target.Region, HolderOf(target), target.Key!.Text(HolderName)!).ConfigureAwait(false);
            return attached.Contains(PolicyOf(target), StringComparer.Ordinal) ? new SettingReading(RepairState.Empty) : SettingReading.Missing;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    // A group or role that was just made may be unknown to the next call for a moment.
    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) =>
        to is null ? Detach(target) : Attach(target) with { PropagationErrors = [ErrorCodes.NoSuchEntity] };

    private static SettingChange Attach(RepairTarget target)
    {
        var (name, policy) = (target.Key!.Text(HolderName), PolicyOf(target));
        return HolderOf(target) switch
        {
            IamHolder.User => SettingChange.Of(
                RepairOperations.AttachUserPolicy,
                new AttachUserPolicyRequest { UserName = name, PolicyArn = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).AttachUserPolicyAsync(request, cancellation)),
            IamHolder.Group => SettingChange.Of(
                RepairOperations.AttachGroupPolicy,
                new AttachGroupPolicyRequest { GroupName = name, PolicyArn = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).AttachGroupPolicyAsync(request, cancellation)),
            _ => SettingChange.Of(
                RepairOperations.AttachRolePolicy,
                new AttachRolePolicyRequest { RoleName = name, PolicyArn = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).AttachRolePolicyAsync(request, cancellation)),
        };
    }

    private static SettingChange Detach(RepairTarget target)
    {
        var (name, policy) = (target.Key!.Text(HolderName), PolicyOf(target));
        return HolderOf(target) switch
        {
            IamHolder.User => SettingChange.Of(
                RepairOperations.DetachUserPolicy,
                new DetachUserPolicyRequest { UserName = name, PolicyArn = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).DetachUserPolicyAsync(request, cancellation)),
            IamHolder.Group => SettingChange.Of(
                RepairOperations.DetachGroupPolicy,
                new DetachGroupPolicyRequest { GroupName = name, PolicyArn = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).DetachGroupPolicyAsync(request, cancellation)),
            _ => SettingChange.Of(
                RepairOperations.DetachRolePolicy,
                new DetachRolePolicyRequest { RoleName = name, PolicyArn = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).DetachRolePolicyAsync(request, cancellation)),
        };
    }

    private static async Task<IReadOnlyList<string>> ListAsync<TPage>(
        RepairContext context,
        string region,
        ApiOperation operation,
        Func<string?, CancellationToken, Task<TPage>> send,
        Func<TPage, (List<AttachedPolicyType>? Policies, bool? IsTruncated, string? Marker)> partsOf)
    {
        var pages = await context.Calls.PagesAsync(operation, region, send, page => partsOf(page) is (_, true, var marker) ? marker : null).ConfigureAwait(false);
        return pages.SelectMany(page => partsOf(page).Policies.OrEmpty()).Select(policy => policy.PolicyArn).Sorted();
    }
}
