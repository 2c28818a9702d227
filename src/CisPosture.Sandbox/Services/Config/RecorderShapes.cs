using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>Recorders and their status as AWS Config tells of them.</summary>
internal static class RecorderShapes
{
    public static Structure Describe(ApiCall call, ConfigurationRecorder recorder) => new()
    {
        ["arn"] = RecorderLookup.Arn(call, recorder),
        ["name"] = recorder.Name,
        ["roleARN"] = RecorderLookup.RoleArn(call, recorder),
        ["recordingGroup"] = new Structure
        {
            ["allSupported"] = recorder.AllSupported,
            ["includeGlobalResourceTypes"] = recorder.IncludeGlobalResourceTypes,
            ["resourceTypes"] = recorder.ResourceTypes,
            ["exclusionByResourceTypes"] = new Structure { ["resourceTypes"] = recorder.ExcludedResourceTypes },
            ["recordingStrategy"] = new Structure { ["useOnly"] = Strategy(recorder) },
        },
        ["recordingMode"] = new Structure
        {
            ["recordingFrequency"] = recorder.RecordingFrequency,
            ["recordingModeOverrides"] = recorder.RecordingOverrides.Count == 0 ? null : recorder.RecordingOverrides.Select(one => new Structure
            {
                ["description"] = one.Description,
                ["resourceTypes"] = one.ResourceTypes,
                ["recordingFrequency"] = one.RecordingFrequency,
            }),
        },
        ["recordingScope"] = recorder.ServicePrincipal is null ? "PAID" : "INTERNAL",
        ["servicePrincipal"] = recorder.ServicePrincipal,
    };

    public static Structure Status(ApiCall call, ConfigurationRecorder recorder)
    {
        var problem = recorder.Run is null ? null : ConfigDelivery.Problem(call, recorder);
        var isPending = recorder.Run?.IsPendingAt(call.Now) is true;
        return new Structure
        {
            ["arn"] = RecorderLookup.Arn(call, recorder),
            ["name"] = recorder.Name,
            ["lastStartTime"] = recorder.Run?.StartTime ?? recorder.LastStartTime,
            ["lastStopTime"] = recorder.Run?.StopTime,
            ["recording"] = recorder.IsRecording,
            ["lastStatus"] = recorder.Run is null ? recorder.LastStatus : isPending ? "PENDING" : problem is null ? "SUCCESS" : "FAILURE",
            ["lastErrorCode"] = recorder.Run is null ? recorder.LastErrorCode : isPending ? null : problem?.Code,
            ["lastErrorMessage"] = isPending ? null : problem?.Message,
            ["servicePrincipal"] = recorder.ServicePrincipal,
        };
    }

    private static string Strategy(ConfigurationRecorder recorder) => recorder switch
    {
        { AllSupported: true } => RecorderReader.AllSupported,
        { ExcludedResourceTypes.Count: > 0 } => RecorderReader.Exclusion,
        _ => RecorderReader.Inclusion,
    };
}
