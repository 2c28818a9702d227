using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>AWS Config.</summary>
internal sealed class ConfigApi : ServiceApi
{
    public ConfigApi()
    {
        Add(RecorderOperations.DescribeConfigurationRecorders);
        Add(RecorderOperations.DescribeConfigurationRecorderStatus);
        Add(DeliveryChannelOperations.DescribeDeliveryChannels);
        Add(TagOperations.ListTagsForResource, resource: Resource);
        AddWrite(RecorderOperations.PutConfigurationRecorder, also: PassingRole);
        AddWrite(RecorderOperations.DeleteConfigurationRecorder);
        AddWrite(RecorderOperations.StartConfigurationRecorder);
        AddWrite(RecorderOperations.StopConfigurationRecorder);
        AddWrite(DeliveryChannelOperations.PutDeliveryChannel);
        AddWrite(DeliveryChannelOperations.DeleteDeliveryChannel);
        AddWrite(TagOperations.TagResource, resource: Resource);
        AddWrite(TagOperations.UntagResource, resource: Resource);
    }

    public override string Name => "config";

    public override string TargetPrefix => "StarlingDoveService";

    public override ServiceErrors Errors { get; } = new JsonErrors();

    private static IEnumerable<RequiredAction> PassingRole(ApiCall call) => call.Input.Structure("ConfigurationRecorder")?.Text("roleARN") is { Length: > 0 } role ? [new RequiredAction("iam:PassRole", role)] : [];

    private static string Resource(ApiCall call) => call.Input.Text("ResourceArn") ?? "*";
}
