namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class ConfigConformance(LoggingServer server)
{
    private const string Region = "us-east-1";

    [Fact]
    public async Task Recorders_are_told_with_their_status_and_delivery_channel()
    {
        var recorder = (await server.Aws.AskAsync(Region, "configservice", "describe-configuration-recorders"))["ConfigurationRecorders"]![0]!;
        var status = (await server.Aws.AskAsync(Region, "configservice", "describe-configuration-recorder-status"))["ConfigurationRecordersStatus"]![0]!;
        var channel = (await server.Aws.AskAsync(Region, "configservice", "describe-delivery-channels"))["DeliveryChannels"]![0]!;

        var group = recorder["recordingGroup"]!;
        Assert.Equal(("default", "arn:aws:iam::111122223333:role/config", false), (recorder.Text("name"), recorder.Text("roleARN"), group["allSupported"]!.GetValue<bool>()));
        Assert.Equal((true, "FAILURE", "AccessDenied"), (status["recording"]!.GetValue<bool>(), status.Text("lastStatus"), status.Text("lastErrorCode")));
        Assert.Equal(("logged", "config", "arn:aws:sns:us-east-1:111122223333:plain"), (channel.Text("s3BucketName"), channel.Text("s3KeyPrefix"), channel.Text("snsTopicARN")));
    }

    // By wire: the AWS CLI of 2022, which Debian 12 has, knows no recording strategies.
    [Fact]
    public async Task A_recorder_that_leaves_types_out_tells_its_strategy()
    {
        using var client = new WireClient(server.Sandbox);

        var group = (await client.JsonAsync("config", "StarlingDoveService.DescribeConfigurationRecorders", "{}")).Json["ConfigurationRecorders"]![0]!["recordingGroup"]!;

        Assert.Equal("""["AWS::EC2::Volume"]""", group["exclusionByResourceTypes"]!["resourceTypes"]!.ToJsonString());
        Assert.Equal("EXCLUSION_BY_RESOURCE_TYPES", group["recordingStrategy"]!["useOnly"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("DescribeConfigurationRecorders", """{"ConfigurationRecorderNames":["nobody"]}""", "NoSuchConfigurationRecorderException")]
    [InlineData("DescribeConfigurationRecorderStatus", """{"ConfigurationRecorderNames":["nobody"]}""", "NoSuchConfigurationRecorderException")]
    [InlineData("DescribeDeliveryChannels", """{"DeliveryChannelNames":["nobody"]}""", "NoSuchDeliveryChannelException")]
    public async Task Errors_are_those_of_Config(string operation, string input, string code)
    {
        using var client = new WireClient(server.Sandbox);

        Assert.Equal(code, (await client.JsonAsync("config", $"StarlingDoveService.{operation}", input)).Json["__type"]!.ToString());
    }
}
