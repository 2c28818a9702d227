using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>
/// A role that belongs to an AWS service and is there or not. AWS removes it a while after it is asked to, and only where the service no longer
/// uses it: one that has come into use since outlives undo, which says so.
/// </summary>
internal sealed class ServiceLinkedRoleSetting : Setting
{
    public const string Name = "ServiceLinkedRole";

    private const string Role = "RoleName";
    private const string Service = "AWSServiceName";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string service, string role) =>
        new(Name, place.HomeRegion, RoleSetting.Arn(place, $"aws-service-role/{service}/{role}"), RepairState.Of((Service, service), (Role, role)));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            await context.Calls.CallAsync(
                Operations.GetRole,
                target.Region,
                cancellation => context.Clients.IdentityManagement(target.Region).GetRoleAsync(new GetRoleRequest { RoleName = target.Key!.Text(Role) }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Empty);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteServiceLinkedRole,
            new DeleteServiceLinkedRoleRequest { RoleName = target.Key!.Text(Role) },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteServiceLinkedRoleAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateServiceLinkedRole,
            new CreateServiceLinkedRoleRequest { AWSServiceName = target.Key!.Text(Service) },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).CreateServiceLinkedRoleAsync(request, cancellation));
}
