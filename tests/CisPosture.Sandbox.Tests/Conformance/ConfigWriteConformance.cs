using System.Text.Json.Nodes;
using CisPosture.Sandbox.Tests.Config;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class ConfigWriteConformance
{
    private const string Region = ScratchAccount.Region;

    [Fact]
    public async Task A_recorder_is_made_given_a_channel_switched_on_and_off_and_deleted()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        var before = account.Sandbox.Account.Export();

        await DoAsync(account, "put-configuration-recorder", "--configuration-recorder", $"name=default,roleARN={RecorderAccount.ServiceRole}", "--recording-group", "allSupported=true,includeGlobalResourceTypes=true");
        await DoAsync(account, "put-delivery-channel", "--delivery-channel", """{"name":"default","s3BucketName":"history","configSnapshotDeliveryProperties":{"deliveryFrequency":"Six_Hours"}}""");
        await DoAsync(account, "start-configuration-recorder", "--configuration-recorder-name", "default");
        var first = (await AskAsync(account, "describe-configuration-recorder-status"))["ConfigurationRecordersStatus"]![0]!;
        var second = (await AskAsync(account, "describe-configuration-recorder-status"))["ConfigurationRecordersStatus"]![0]!;
        var recorder = (await AskAsync(account, "describe-configuration-recorders"))["ConfigurationRecorders"]![0]!;
        var channel = (await AskAsync(account, "describe-delivery-channels"))["DeliveryChannels"]![0]!;
        await DoAsync(account, "stop-configuration-recorder", "--configuration-recorder-name", "default");
        await DoAsync(account, "delete-delivery-channel", "--delivery-channel-name", "default");
        await DoAsync(account, "delete-configuration-recorder", "--configuration-recorder-name", "default");

        Assert.Equal((true, "PENDING"), (first["recording"]!.GetValue<bool>(), first.Text("lastStatus")));
        Assert.Equal("SUCCESS", second.Text("lastStatus"));
        Assert.NotNull(second["lastStartTime"].Time());
        Assert.Equal((RecorderAccount.ServiceRole, true), (recorder.Text("roleARN"), recorder["recordingGroup"]!["includeGlobalResourceTypes"]!.GetValue<bool>()));
        Assert.Equal(("history", "Six_Hours"), (channel.Text("s3BucketName"), channel["configSnapshotDeliveryProperties"]!.Text("deliveryFrequency")));
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_recorder_is_tagged()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        await SendAsync(account.Wire, "PutConfigurationRecorder", $$"""{"ConfigurationRecorder":{"name":"default","roleARN":"{{RecorderAccount.ServiceRole}}" },"Tags":[{"Key":"CisPosture","Value":"1"}]}""");
        var arn = (await SendAsync(account.Wire, "DescribeConfigurationRecorders", "{}")).Json["ConfigurationRecorders"]![0]!.Text("arn")!;

        await DoAsync(account, "tag-resource", "--resource-arn", arn, "--tags", "Key=Team,Value=security");
        await DoAsync(account, "untag-resource", "--resource-arn", arn, "--tag-keys", "CisPosture");
        var tags = (await AskAsync(account, "list-tags-for-resource", "--resource-arn", arn))["Tags"]!;

        Assert.Equal("""[{"Key":"Team","Value":"security"}]""", tags.ToJsonString());
    }

    private static Task<WireAnswer> SendAsync(WireClient client, string operation, string input) => client.JsonAsync("config", $"StarlingDoveService.{operation}", input);

    private static Task<JsonNode> AskAsync(ScratchAccount account, params string[] arguments) => account.Aws.AskAsync(Region, ["configservice", .. arguments]);

    private static Task DoAsync(ScratchAccount account, params string[] arguments) => account.Aws.DoAsync(Region, ["configservice", .. arguments]);
}
