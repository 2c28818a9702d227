using Amazon.ConfigService.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.ConfigService;

public sealed class RecorderWriteTests
{
    private const string Region = "eu-west-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorder_and_its_channel_are_taken_away_and_put_back_as_they_were_read()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var config = sandbox.Clients.ConfigService(Region);
        var before = sandbox.Server.Account.Export();
        var recorder = Assert.Single((await config.DescribeConfigurationRecordersAsync(new DescribeConfigurationRecordersRequest(), Token)).ConfigurationRecorders!);
        var channel = Assert.Single((await config.DescribeDeliveryChannelsAsync(new DescribeDeliveryChannelsRequest(), Token)).DeliveryChannels!);

        var running = await SandboxClients.ErrorAsync(() => config.DeleteDeliveryChannelAsync(new DeleteDeliveryChannelRequest { DeliveryChannelName = channel.Name }, Token));
        await config.StopConfigurationRecorderAsync(new StopConfigurationRecorderRequest { ConfigurationRecorderName = recorder.Name }, Token);
        await config.DeleteDeliveryChannelAsync(new DeleteDeliveryChannelRequest { DeliveryChannelName = channel.Name }, Token);
        var without = await SandboxClients.ErrorAsync(() => config.StartConfigurationRecorderAsync(new StartConfigurationRecorderRequest { ConfigurationRecorderName = recorder.Name }, Token));
        await config.PutConfigurationRecorderAsync(new PutConfigurationRecorderRequest { ConfigurationRecorder = recorder }, Token);
        await config.PutDeliveryChannelAsync(new PutDeliveryChannelRequest { DeliveryChannel = channel }, Token);
        await config.StartConfigurationRecorderAsync(new StartConfigurationRecorderRequest { ConfigurationRecorderName = recorder.Name }, Token);

        Assert.Equal(("LastDeliveryChannelDeleteFailedException", "NoAvailableDeliveryChannelException"), (running, without));
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    [Fact]
    public async Task A_new_recorder_bears_tags_and_is_pending_at_first()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var config = sandbox.Clients.ConfigService(Region);
        var old = Assert.Single((await config.DescribeConfigurationRecordersAsync(new DescribeConfigurationRecordersRequest(), Token)).ConfigurationRecorders!);
        await config.DeleteConfigurationRecorderAsync(new DeleteConfigurationRecorderRequest { ConfigurationRecorderName = old.Name }, Token);

        await config.PutConfigurationRecorderAsync(
            new PutConfigurationRecorderRequest
            {
                ConfigurationRecorder = new() { Name = "default", RoleARN = old.RoleARN, RecordingGroup = new() { AllSupported = true, IncludeGlobalResourceTypes = true } },
                Tags = [new() { Key = "CisPosture", Value = "1" }],
            },
            Token);
        await config.StartConfigurationRecorderAsync(new StartConfigurationRecorderRequest { ConfigurationRecorderName = "default" }, Token);
        var made = Assert.Single((await config.DescribeConfigurationRecordersAsync(new DescribeConfigurationRecordersRequest(), Token)).ConfigurationRecorders!);
        await config.TagResourceAsync(new TagResourceRequest { ResourceArn = made.Arn, Tags = [new() { Key = "Team", Value = "security" }] }, Token);
        await config.UntagResourceAsync(new UntagResourceRequest { ResourceArn = made.Arn, TagKeys = ["CisPosture"] }, Token);
        var tags = (await config.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = made.Arn }, Token)).Tags!;
        var pending = Assert.Single((await config.DescribeConfigurationRecorderStatusAsync(new DescribeConfigurationRecorderStatusRequest(), Token)).ConfigurationRecordersStatus!);
        var success = Assert.Single((await config.DescribeConfigurationRecorderStatusAsync(new DescribeConfigurationRecorderStatusRequest(), Token)).ConfigurationRecordersStatus!);

        Assert.Equal(("ALL_SUPPORTED_RESOURCE_TYPES", true), (made.RecordingGroup!.RecordingStrategy!.UseOnly, made.RecordingGroup.IncludeGlobalResourceTypes));
        Assert.Equal("Team", Assert.Single(tags).Key);
        Assert.Equal(("PENDING", "SUCCESS"), (pending.LastStatus, success.LastStatus));
    }
}
