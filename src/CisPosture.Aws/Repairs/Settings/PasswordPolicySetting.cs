using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;
using Policy = Amazon.IdentityManagement.Model.PasswordPolicy;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>
/// The account's password policy; null where AWS's built-in one applies. A state names only what the policy demands: AWS replaces the policy
/// as a whole, and what a call leaves out is off.
/// </summary>
internal sealed class PasswordPolicySetting : Setting
{
    public const string Name = "PasswordPolicy";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place) => new(Name, place.HomeRegion, place.Account);

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var response = await context.Calls.CallAsync(
                Operations.GetAccountPasswordPolicy,
                target.Region,
                cancellation => context.Clients.IdentityManagement(target.Region).GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), cancellation)).ConfigureAwait(false);
            return new SettingReading(StateOf(
                response.PasswordPolicy ?? throw ApiCaller.Broken(Operations.GetAccountPasswordPolicy, target.Region, "The answer has no PasswordPolicy.")));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteAccountPasswordPolicy,
            new DeleteAccountPasswordPolicyRequest(),
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteAccountPasswordPolicyAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.UpdateAccountPasswordPolicy,
            RequestOf(to),
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).UpdateAccountPasswordPolicyAsync(request, cancellation));

    private static RepairState StateOf(Policy policy) => RepairState.Of(
        (nameof(policy.MinimumPasswordLength), policy.MinimumPasswordLength),
        (nameof(policy.RequireUppercaseCharacters), WhereOn(policy.RequireUppercaseCharacters)),
        (nameof(policy.RequireLowercaseCharacters), WhereOn(policy.RequireLowercaseCharacters)),
        (nameof(policy.RequireSymbols), WhereOn(policy.RequireSymbols)),
        (nameof(policy.RequireNumbers), WhereOn(policy.RequireNumbers)),
        (nameof(policy.AllowUsersToChangePassword), WhereOn(policy.AllowUsersToChangePassword)),
        (nameof(policy.MaxPasswordAge), policy.MaxPasswordAge is > 0 ? policy.MaxPasswordAge : null),
        (nameof(policy.PasswordReusePrevention), policy.PasswordReusePrevention is > 0 ? policy.PasswordReusePrevention : null),
        (nameof(policy.HardExpiry), WhereOn(policy.HardExpiry)));

    private static bool? WhereOn(bool? flag) => flag == true ? true : null;

    private static UpdateAccountPasswordPolicyRequest RequestOf(RepairState state) => new()
    {
        MinimumPasswordLength = state.Number(nameof(Policy.MinimumPasswordLength)),
        RequireUppercaseCharacters = WhereOn(state.IsOn(nameof(Policy.RequireUppercaseCharacters))),
        RequireLowercaseCharacters = WhereOn(state.IsOn(nameof(Policy.RequireLowercaseCharacters))),
        RequireSymbols = WhereOn(state.IsOn(nameof(Policy.RequireSymbols))),
        RequireNumbers = WhereOn(state.IsOn(nameof(Policy.RequireNumbers))),
        AllowUsersToChangePassword = WhereOn(state.IsOn(nameof(Policy.AllowUsersToChangePassword))),
        MaxPasswordAge = state.Number(nameof(Policy.MaxPasswordAge)),
        PasswordReusePrevention = state.Number(nameof(Policy.PasswordReusePrevention)),
        HardExpiry = WhereOn(state.IsOn(nameof(Policy.HardExpiry))),
    };
}
