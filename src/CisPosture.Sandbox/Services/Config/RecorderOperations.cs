using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

internal static class RecorderOperations
{
    public static ApiResult DescribeConfigurationRecorders(ApiCall call) =>
        new Structure { ["ConfigurationRecorders"] = Chosen(call).Select(recorder => Describe(call, recorder)) };

    public static ApiResult DescribeConfigurationRecorderStatus(ApiCall call) =>
        new Structure { ["ConfigurationRecordersStatus"] = Chosen(call).Select(recorder => Status(call, recorder)) };

    public static ApiResult DescribeDeliveryChannels(ApiCall call)
    {
        var names = call.Input.Texts("DeliveryChannelNames");
        var missing = names.FirstOrDefault(name => !call.RegionState.DeliveryChannels.Exists(channel => channel.Name == name));
        if (missing is not null) throw new ApiException("NoSuchDeliveryChannelException", $"Cannot find delivery channel with specified name '{missing}'.");
        return new Structure
        {
            ["DeliveryChannels"] = call.RegionState.DeliveryChannels.Where(channel => names.Count == 0 || names.Contains(channel.Name)).Select(channel => new Structure
            {
                ["name"] = channel.Name,
                ["s3BucketName"] = channel.S3BucketName,
                ["s3KeyPrefix"] = channel.S3KeyPrefix,
                ["snsTopicARN"] = channel.SnsTopicArn,
            }),
        };
    }

    private static IEnumerable<ConfigurationRecorder> Chosen(ApiCall call)
    {
        var names = call.Input.Texts("ConfigurationRecorderNames");
        var missing = names.FirstOrDefault(name => !call.RegionState.ConfigurationRecorders.Exists(recorder => recorder.Name == name));
        if (missing is not null) throw new ApiException("NoSuchConfigurationRecorderException", $"Cannot find configuration recorder with the specified name '{missing}'.");
        return call.RegionState.ConfigurationRecorders.Where(recorder => names.Count == 0 || names.Contains(recorder.Name));
    }

    private static Structure Describe(ApiCall call, ConfigurationRecorder recorder) => new()
    {
        ["arn"] = Arn(call, recorder),
        ["name"] = recorder.Name,
        ["roleARN"] = recorder.RoleArn ?? $"arn:{call.Account.Partition}:iam::{call.Account.AccountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
        ["recordingGroup"] = new Structure
        {
            ["allSupported"] = recorder.AllSupported,
            ["includeGlobalResourceTypes"] = recorder.IncludeGlobalResourceTypes,
            ["resourceTypes"] = recorder.ResourceTypes,
            ["exclusionByResourceTypes"] = new Structure { ["resourceTypes"] = recorder.ExcludedResourceTypes },
            ["recordingStrategy"] = new Structure { ["useOnly"] = Strategy(recorder) },
        },
        ["recordingMode"] = new Structure { ["recordingFrequency"] = "CONTINUOUS" },
        ["recordingScope"] = recorder.ServicePrincipal is null ? "PAID" : "INTERNAL",
        ["servicePrincipal"] = recorder.ServicePrincipal,
    };

    private static string Strategy(ConfigurationRecorder recorder) => recorder switch
    {
        { AllSupported: true } => "ALL_SUPPORTED_RESOURCE_TYPES",
        { ExcludedResourceTypes.Count: > 0 } => "EXCLUSION_BY_RESOURCE_TYPES",
        _ => "INCLUSION_BY_RESOURCE_TYPES",
    };

    private static Structure Status(ApiCall call, ConfigurationRecorder recorder) => new()
    {
        ["arn"] = Arn(call, recorder),
        ["name"] = recorder.Name,
        ["lastStartTime"] = recorder.LastStartTime,
        ["recording"] = recorder.IsRecording,
        ["lastStatus"] = recorder.LastStatus,
        ["lastErrorCode"] = recorder.LastErrorCode,
        ["servicePrincipal"] = recorder.ServicePrincipal,
    };

    private static string Arn(ApiCall call, ConfigurationRecorder recorder) =>
        call.Account.Arn("config", call.Region, $"configuration-recorder/{recorder.Name}/{UniqueSuffix(recorder)}");

    private static string UniqueSuffix(ConfigurationRecorder recorder) => State.UniqueId.Hex("r", recorder.Name)[2..];
}
