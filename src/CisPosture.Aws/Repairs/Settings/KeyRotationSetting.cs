using Amazon.KeyManagementService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a KMS key is rotated by itself, and how often where that is not the usual year.</summary>
internal sealed class KeyRotationSetting : Setting
{
    public const string Name = "KeyRotation";

    private const string Enabled = nameof(Enabled);
    private const string RotationPeriodInDays = nameof(RotationPeriodInDays);
    private const int UsualPeriod = 365;

    /// <summary>Rotated once a year.</summary>
    public static readonly RepairState On = RepairState.Of((Enabled, true));

    /// <summary>Not rotated.</summary>
    public static readonly RepairState Off = RepairState.Of((Enabled, false));

    public override string Kind => Name;

    public static RepairTarget Target(string region, string keyArn) => new(Name, region, keyArn);

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var response = await context.Calls.CallAsync(
            Operations.GetKeyRotationStatus,
            target.Region,
            cancellation => context.Clients.KeyManagement(target.Region).GetKeyRotationStatusAsync(
                new GetKeyRotationStatusRequest { KeyId = target.ResourceId }, cancellation)).ConfigureAwait(false);
        var isEnabled = response.KeyRotationEnabled ?? throw ApiCaller.Broken(Operations.GetKeyRotationStatus, target.Region, "The answer has no KeyRotationEnabled.");
        var period = isEnabled && response.RotationPeriodInDays is not (null or UsualPeriod) ? response.RotationPeriodInDays : null;
        return new SettingReading(RepairState.Of((Enabled, isEnabled), (RotationPeriodInDays, period)));
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to?.IsOn(Enabled) == true
        ? SettingChange.Of(
            RepairOperations.EnableKeyRotation,
            new EnableKeyRotationRequest { KeyId = target.ResourceId, RotationPeriodInDays = to.Number(RotationPeriodInDays) },
            (clients, request, cancellation) => clients.KeyManagement(target.Region).EnableKeyRotationAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.DisableKeyRotation,
            new DisableKeyRotationRequest { KeyId = target.ResourceId },
            (clients, request, cancellation) => clients.KeyManagement(target.Region).DisableKeyRotationAsync(request, cancellation));
}
