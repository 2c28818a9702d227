using Amazon.ConfigService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a recorder of AWS Config is switched on. One that is not there is off.</summary>
internal sealed class ConfigRecordingSetting : Setting
{
    public const string Name = "ConfigRecording";

    private const string Recorder = "Name";
    private const string IsRecording = "IsRecording";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string recorder) => new(Name, region, place.Account, RepairState.Of((Recorder, recorder)));

    public static RepairState Of(bool isRecording) => RepairState.Of((IsRecording, isRecording));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.DescribeConfigurationRecorderStatus,
            target.Region,
            cancellation => context.Clients.ConfigService(target.Region).DescribeConfigurationRecorderStatusAsync(new DescribeConfigurationRecorderStatusRequest(), cancellation)).ConfigureAwait(false);
        var status = answer.ConfigurationRecordersStatus.OrEmpty().FirstOrDefault(status => status.Name == target.Key!.Text(Recorder));
        return new SettingReading(Of(status?.Recording == true));
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to?.IsOn(IsRecording) == true
        ? SettingChange.Of(
            RepairOperations.StartConfigurationRecorder,
            new StartConfigurationRecorderRequest { ConfigurationRecorderName = target.Key!.Text(Recorder) },
            (clients, request, cancellation) => clients.ConfigService(target.Region).StartConfigurationRecorderAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.StopConfigurationRecorder,
            new StopConfigurationRecorderRequest { ConfigurationRecorderName = target.Key!.Text(Recorder) },
            (clients, request, cancellation) => clients.ConfigService(target.Region).StopConfigurationRecorderAsync(request, cancellation));
}
