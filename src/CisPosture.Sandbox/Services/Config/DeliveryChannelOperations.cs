using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

internal static class DeliveryChannelOperations
{
    private static readonly string[] Frequencies = ["One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"];

    public static ApiResult DescribeDeliveryChannels(ApiCall call)
    {
        var names = call.Input.Texts("DeliveryChannelNames");
        var missing = names.FirstOrDefault(name => !call.RegionState.DeliveryChannels.Exists(channel => channel.Name == name));
        if (missing is not null) throw ConfigErrors.NoSuchChannel(missing);
        return new Structure
        {
            ["DeliveryChannels"] = call.RegionState.DeliveryChannels.Where(channel => names.Count == 0 || names.Contains(channel.Name)).Select(channel => new Structure
            {
                ["name"] = channel.Name,
                ["s3BucketName"] = channel.S3BucketName,
                ["s3KeyPrefix"] = channel.S3KeyPrefix,
                ["s3KmsKeyArn"] = channel.S3KmsKeyArn,
                ["snsTopicARN"] = channel.SnsTopicArn,
                ["configSnapshotDeliveryProperties"] = channel.DeliveryFrequency is null ? null : new Structure { ["deliveryFrequency"] = channel.DeliveryFrequency },
            }),
        };
    }

    /// <summary>A channel of that name is overwritten as a whole; a Region has one.</summary>
    public static ApiResult PutDeliveryChannel(ApiCall call)
    {
        var channels = call.RegionState.DeliveryChannels;
        var asked = Read(call);
        var recorder = call.RegionState.ConfigurationRecorders.Find(recorder => recorder.ServicePrincipal is null)
            ?? throw new ApiException("NoAvailableConfigurationRecorderException", "Configuration recorder is not available to put delivery channel.");
        var index = channels.FindIndex(channel => channel.Name == asked.Name);
        if (index < 0 && channels.Count > 0) throw new ApiException("MaxNumberOfDeliveryChannelsExceededException", $"Failed to put delivery channel '{asked.Name}' because the maximum number of delivery channels: 1 is reached.");
        if (ConfigDelivery.Problem(call, recorder, asked) is { } problem) throw problem;
        if (index < 0) channels.Add(asked);
        else channels[index] = asked;
        return ApiResult.Empty;
    }

    public static ApiResult DeleteDeliveryChannel(ApiCall call)
    {
        var name = call.Input.Required("DeliveryChannelName");
        var channel = call.RegionState.DeliveryChannels.Find(channel => channel.Name == name) ?? throw ConfigErrors.NoSuchChannel(name);
        if (call.RegionState.ConfigurationRecorders.Exists(recorder => recorder is { IsRecording: true, ServicePrincipal: null })) throw new ApiException("LastDeliveryChannelDeleteFailedException", $"Failed to delete last specified delivery channel with name '{name}', because there is a running configuration recorder.");
        call.RegionState.DeliveryChannels.Remove(channel);
        return ApiResult.Empty;
    }

    private static DeliveryChannel Read(ApiCall call)
    {
        var input = call.Input.Structure("DeliveryChannel") ?? throw call.Errors.Missing("DeliveryChannel");
        return new DeliveryChannel
        {
            Name = RecorderReader.Name(input, "InvalidDeliveryChannelNameException"),
            S3BucketName = input.Text("s3BucketName") is { Length: > 0 } bucket ? bucket : throw new ApiException("NoSuchBucketException", "Cannot find a S3 bucket with an empty bucket name."),
            S3KeyPrefix = input.Text("s3KeyPrefix") is { Length: > 0 } prefix ? prefix : null,
            S3KmsKeyArn = Key(call, input),
            SnsTopicArn = Topic(call, input),
            DeliveryFrequency = input.Structure("configSnapshotDeliveryProperties")?.OneOf("deliveryFrequency", Frequencies),
        };
    }

    private static string? Key(ApiCall call, ApiInput input)
    {
        if (input.Text("s3KmsKeyArn") is not { Length: > 0 } arn) return null;
        return call.Account.Regions.Any(region => region.Value.KmsKeys.Exists(key => call.Account.Arn("kms", region.Key, $"key/{key.KeyId}") == arn))
            ? arn
            : throw new ApiException("InvalidS3KmsKeyArnException", $"The KMS key {arn} does not exist.");
    }

    private static string? Topic(ApiCall call, ApiInput input)
    {
        if (input.Text("snsTopicARN") is not { Length: > 0 } arn) return null;
        return call.RegionState.Topics.Exists(topic => call.Account.Arn("sns", call.Region, topic.Name) == arn)
            ? arn
            : throw new ApiException("InvalidSNSTopicARNException", $"The SNS topic {arn} does not exist.");
    }
}
