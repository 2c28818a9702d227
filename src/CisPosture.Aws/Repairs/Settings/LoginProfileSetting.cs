using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A user's console password, which is there or not there. AWS has no switch for it: it can only be deleted.</summary>
internal sealed class LoginProfileSetting : Setting
{
    public const string Name = "LoginProfile";

    private const string UserName = nameof(UserName);

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string userArn) => new(Name, place.HomeRegion, userArn, RepairState.Of((UserName, IamName.Of(userArn))));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var reader = new UserCredentialReader(context.Calls, context.Clients, target.Region);
        return await reader.GetLoginProfileAsync(target.Key!.Text(UserName)!).ConfigureAwait(false) is null ? SettingReading.Missing : new SettingReading(RepairState.Empty);
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteLoginProfile,
            new DeleteLoginProfileRequest { UserName = target.Key!.Text(UserName) },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteLoginProfileAsync(request, cancellation))
        : throw new InvalidOperationException("A password cannot be made from a state, which never holds one.");

    public override string? WhyNotUndoable(RepairTarget target, RepairState? before, RepairState? after) =>
        before is not null && after is null ? "The password is gone, and whoever administers the user has to give another one." : null;
}
