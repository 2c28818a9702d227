using Amazon.CloudTrail.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a trail is switched on.</summary>
internal sealed class TrailLoggingSetting : Setting
{
    public const string Name = "TrailLogging";

    private const string IsLogging = "IsLogging";

    public override string Kind => Name;

    public static RepairTarget Target(string homeRegion, string trailArn) => new(Name, homeRegion, trailArn);

    public static RepairState Of(bool isLogging) => RepairState.Of((IsLogging, isLogging));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                Operations.GetTrailStatus,
                target.Region,
                cancellation => context.Clients.CloudTrail(target.Region).GetTrailStatusAsync(new GetTrailStatusRequest { Name = target.ResourceId }, cancellation)).ConfigureAwait(false);
            return new SettingReading(Of(answer.IsLogging == true));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.TrailNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to?.IsOn(IsLogging) == true
        ? SettingChange.Of(
            RepairOperations.StartLogging,
            new StartLoggingRequest { Name = target.ResourceId },
            (clients, request, cancellation) => clients.CloudTrail(target.Region).StartLoggingAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.StopLogging,
            new StopLoggingRequest { Name = target.ResourceId },
            (clients, request, cancellation) => clients.CloudTrail(target.Region).StopLoggingAsync(request, cancellation));
}
