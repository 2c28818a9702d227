namespace CisPosture.Sandbox.Services.Config;

/// <summary>AWS Config.</summary>
internal sealed class ConfigApi : ServiceApi
{
    public ConfigApi()
    {
        Add(RecorderOperations.DescribeConfigurationRecorders);
        Add(RecorderOperations.DescribeConfigurationRecorderStatus);
        Add(RecorderOperations.DescribeDeliveryChannels);
    }

    public override string Name => "config";

    public override string TargetPrefix => "StarlingDoveService";

    public override ServiceErrors Errors { get; } = new JsonErrors();
}
