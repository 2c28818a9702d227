using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

internal static class RecorderOperations
{
    public static ApiResult DescribeConfigurationRecorders(ApiCall call) =>
        new Structure { ["ConfigurationRecorders"] = RecorderLookup.Chosen(call).Select(recorder => RecorderShapes.Describe(call, recorder)) };

    public static ApiResult DescribeConfigurationRecorderStatus(ApiCall call) =>
        new Structure { ["ConfigurationRecordersStatus"] = RecorderLookup.Chosen(call).Select(recorder => RecorderShapes.Status(call, recorder)) };

    /// <summary>A recorder of that name is overwritten as a whole, but for its tags and for whether it records; a Region has one of the customer's.</summary>
    public static ApiResult PutConfigurationRecorder(ApiCall call)
    {
        var asked = RecorderReader.Read(call);
        var recorders = call.RegionState.ConfigurationRecorders;
        var known = recorders.Find(recorder => recorder.Name == asked.Name);
        if (known is { ServicePrincipal: not null }) throw ConfigErrors.Unmodifiable(known);
        if (known is null && recorders.Exists(recorder => recorder.ServicePrincipal is null)) throw new ApiException("MaxNumberOfConfigurationRecordersExceededException", $"Failed to put configuration recorder '{asked.Name}' because the maximum number of configuration recorders: 1 is reached.");
        if (RoleAccess.Assumable(call, RecorderLookup.RoleArn(call, asked), ConfigDelivery.Service, ConfigDelivery.Source(call)) is null) throw new ApiException("InvalidRoleException", $"Failed to put configuration recorder '{asked.Name}' because the role {RecorderLookup.RoleArn(call, asked)} cannot be assumed by AWS Config.");
        if (known is null) recorders.Add(asked);
        else Overwrite(known, asked);
        return ApiResult.Empty;
    }

    public static ApiResult DeleteConfigurationRecorder(ApiCall call)
    {
        call.RegionState.ConfigurationRecorders.Remove(RecorderLookup.FindToChange(call));
        return ApiResult.Empty;
    }

    public static ApiResult StartConfigurationRecorder(ApiCall call)
    {
        var recorder = RecorderLookup.FindToChange(call);
        if (call.RegionState.DeliveryChannels.Count == 0) throw new ApiException("NoAvailableDeliveryChannelException", "Delivery channel is not available to start configuration recorder.");
        if (recorder.IsRecording) return ApiResult.Empty;
        recorder.IsRecording = true;
        recorder.Run = new RecorderRun(call.Now, call.RecorderStartup);
        return ApiResult.Empty;
    }

    public static ApiResult StopConfigurationRecorder(ApiCall call)
    {
        var recorder = RecorderLookup.FindToChange(call);
        recorder.IsRecording = false;
        if (recorder.Run is { } run) run.StopTime ??= call.Now;
        return ApiResult.Empty;
    }

    private static void Overwrite(ConfigurationRecorder recorder, ConfigurationRecorder asked)
    {
        recorder.RoleArn = asked.RoleArn;
        recorder.AllSupported = asked.AllSupported;
        recorder.IncludeGlobalResourceTypes = asked.IncludeGlobalResourceTypes;
        recorder.ResourceTypes = asked.ResourceTypes;
        recorder.ExcludedResourceTypes = asked.ExcludedResourceTypes;
        recorder.RecordingFrequency = asked.RecordingFrequency;
        recorder.RecordingOverrides = asked.RecordingOverrides;
    }
}
