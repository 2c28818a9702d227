using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A policy that is written into a role, by its name.</summary>
internal sealed class RolePolicySetting : Setting
{
    public const string Name = "RolePolicy";

    private const string Role = "RoleName";
    private const string Policy = "PolicyName";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string role, string policy) =>
        new(Name, place.HomeRegion, RoleSetting.Arn(place, role), RepairState.Of((Role, role), (Policy, policy)));

    /// <summary>A policy that allows some actions on some resources.</summary>
    public static RepairState Allowing(IReadOnlyList<string> actions, IReadOnlyList<string> resources) => RepairState.Of(
        ("Version", "2012-10-17"),
        ("Statement", new[] { RepairState.Of(("Effect", "Allow"), ("Action", actions), ("Resource", resources)) }));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.GetRolePolicy,
                target.Region,
                cancellation => context.Clients.IdentityManagement(target.Region).GetRolePolicyAsync(
                    new GetRolePolicyRequest { RoleName = target.Key!.Text(Role), PolicyName = target.Key.Text(Policy) }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Parse(Uri.UnescapeDataString(answer.PolicyDocument ?? "{}")));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var (role, policy) = (target.Key!.Text(Role), target.Key.Text(Policy));
        return to is null
            ? SettingChange.Of(
                RepairOperations.DeleteRolePolicy,
                new DeleteRolePolicyRequest { RoleName = role, PolicyName = policy },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteRolePolicyAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.PutRolePolicy,
                new PutRolePolicyRequest { RoleName = role, PolicyName = policy, PolicyDocument = to.Json },
                (clients, request, cancellation) => clients.IdentityManagement(target.Region).PutRolePolicyAsync(request, cancellation));
    }
}
