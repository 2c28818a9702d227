using System.Text.Json.Nodes;
using CisPosture.Sandbox.Tests.Conformance;

namespace CisPosture.Sandbox.Tests.Config;

public sealed class RecorderWriteTests
{
    private const string Role = RecorderAccount.ServiceRole;

    [Theory]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"second","roleARN":"ROLE"}}""", "MaxNumberOfConfigurationRecordersExceededException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"","roleARN":"ROLE"}}""", "InvalidConfigurationRecorderNameException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own"}}""", "InvalidRoleException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"arn:aws:iam::111122223333:role/nobody"}}""", "InvalidRoleException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"arn:aws:iam::111122223333:role/stranger"}}""", "InvalidRoleException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"allSupported":true,"resourceTypes":["AWS::EC2::Instance"]}}}""", "InvalidRecordingGroupException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"allSupported":false,"includeGlobalResourceTypes":true,"resourceTypes":["AWS::EC2::Instance"]}}}""", "InvalidRecordingGroupException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"allSupported":false}}}""", "InvalidRecordingGroupException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"allSupported":true,"recordingStrategy":{"useOnly":"INCLUSION_BY_RESOURCE_TYPES"}}}}""", "InvalidRecordingGroupException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"exclusionByResourceTypes":{"resourceTypes":["AWS::EC2::Instance"]}}}}""", "InvalidRecordingGroupException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"resourceTypes":["instances"]}}}""", "ValidationException")]
    [InlineData("PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"hub","roleARN":"ROLE"}}""", "UnmodifiableEntityException")]
    [InlineData("StartConfigurationRecorder", """{"ConfigurationRecorderName":"nobody"}""", "NoSuchConfigurationRecorderException")]
    [InlineData("StopConfigurationRecorder", """{"ConfigurationRecorderName":"hub"}""", "UnmodifiableEntityException")]
    [InlineData("DeleteConfigurationRecorder", """{"ConfigurationRecorderName":"nobody"}""", "NoSuchConfigurationRecorderException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"second","s3BucketName":"history"}}""", "MaxNumberOfDeliveryChannelsExceededException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"own"}}""", "NoSuchBucketException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"own","s3BucketName":"nobody"}}""", "NoSuchBucketException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"own","s3BucketName":"closed"}}""", "InsufficientDeliveryPolicyException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"own","s3BucketName":"history","s3KeyPrefix":"elsewhere"}}""", "InsufficientDeliveryPolicyException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"own","s3BucketName":"history","snsTopicARN":"arn:aws:sns:eu-west-1:111122223333:nobody"}}""", "InvalidSNSTopicARNException")]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"name":"own","s3BucketName":"history","s3KmsKeyArn":"arn:aws:kms:eu-west-1:111122223333:key/nobody"}}""", "InvalidS3KmsKeyArnException")]
    [InlineData("DeleteDeliveryChannel", """{"DeliveryChannelName":"nobody"}""", "NoSuchDeliveryChannelException")]
    [InlineData("ListTagsForResource", """{"ResourceArn":"arn:aws:config:eu-west-1:111122223333:configuration-recorder/nobody/1"}""", "ResourceNotFoundException")]
    public async Task Errors_are_those_of_Config_and_change_nothing(string operation, string input, string code)
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        using var ireland = Ireland(account);
        var before = account.Sandbox.Account.Export();

        var answer = await SendAsync(ireland, operation, input);

        Assert.Equal(code, answer.Json["__type"]!.ToString());
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Theory]
    [InlineData("PutDeliveryChannel", """{"DeliveryChannel":{"s3BucketName":"history"}}""", "NoAvailableConfigurationRecorderException")]
    [InlineData("StartConfigurationRecorder", """{"ConfigurationRecorderName":"default"}""", "NoAvailableDeliveryChannelException")]
    public async Task Recorder_and_channel_come_in_order(string operation, string input, string code)
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        if (operation[0] == 'S') await SendAsync(account.Wire, "PutConfigurationRecorder", """{"ConfigurationRecorder":{"roleARN":"ROLE"}}""");

        Assert.Equal(code, (await SendAsync(account.Wire, operation, input)).Json["__type"]!.ToString());
    }

    [Fact]
    public async Task The_last_channel_stays_while_a_recorder_runs()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        using var ireland = Ireland(account);

        await SendAsync(ireland, "StartConfigurationRecorder", """{"ConfigurationRecorderName":"own"}""");
        var running = await SendAsync(ireland, "DeleteDeliveryChannel", """{"DeliveryChannelName":"own"}""");
        await SendAsync(ireland, "StopConfigurationRecorder", """{"ConfigurationRecorderName":"own"}""");
        var stopped = await SendAsync(ireland, "DeleteDeliveryChannel", """{"DeliveryChannelName":"own"}""");

        Assert.Equal("LastDeliveryChannelDeleteFailedException", running.Json["__type"]!.ToString());
        Assert.Equal("", stopped.Text);
    }

    [Fact]
    public async Task A_recorder_is_widened_and_put_back()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        using var ireland = Ireland(account);
        var before = account.Sandbox.Account.Export();
        var told = (await SendAsync(ireland, "DescribeConfigurationRecorders", """{"ConfigurationRecorderNames":["own"]}""")).Json["ConfigurationRecorders"]![0]!;
        var request = new JsonObject { ["ConfigurationRecorder"] = new JsonObject { ["name"] = "own", ["roleARN"] = told["roleARN"]!.DeepClone(), ["recordingGroup"] = told["recordingGroup"]!.DeepClone(), ["recordingMode"] = told["recordingMode"]!.DeepClone() } };

        await SendAsync(ireland, "PutConfigurationRecorder", """{"ConfigurationRecorder":{"name":"own","roleARN":"ROLE","recordingGroup":{"allSupported":true,"includeGlobalResourceTypes":true},"recordingMode":{"recordingFrequency":"DAILY"}}}""");
        var wide = account.Sandbox.Account.Regions["eu-west-1"].ConfigurationRecorders[0];
        Assert.Equal((true, true, "DAILY"), (wide.AllSupported, wide.IncludeGlobalResourceTypes, wide.RecordingFrequency));
        await SendAsync(ireland, "PutConfigurationRecorder", request.ToJsonString());

        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task Where_the_bucket_keeps_Config_out_the_recorder_s_own_role_may_let_it_in()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);

        await SendAsync(account.Wire, "PutConfigurationRecorder", """{"ConfigurationRecorder":{"roleARN":"arn:aws:iam::111122223333:role/writer"}}""");

        Assert.Equal("", (await SendAsync(account.Wire, "PutDeliveryChannel", """{"DeliveryChannel":{"s3BucketName":"closed"}}""")).Text);
    }

    [Fact]
    public async Task A_recorder_that_cannot_deliver_fails_once_it_is_no_longer_pending()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        using var ireland = Ireland(account);
        account.Sandbox.Account.Change(state => state.S3.Buckets.RemoveAll(bucket => bucket.Name == "history"));

        await SendAsync(ireland, "StartConfigurationRecorder", """{"ConfigurationRecorderName":"own"}""");
        var pending = await StatusAsync(ireland);
        var failed = await StatusAsync(ireland);

        Assert.Equal(("PENDING", null), (pending.Text("lastStatus"), pending.Text("lastErrorCode")));
        Assert.Equal(("FAILURE", "NoSuchBucketException"), (failed.Text("lastStatus"), failed.Text("lastErrorCode")));
    }

    [Theory]
    [InlineData(0, "SUCCESS", "SUCCESS", "SUCCESS")]
    [InlineData(2, "PENDING", "PENDING", "SUCCESS")]
    public async Task How_long_a_recorder_is_pending_can_be_set(int looks, params string[] expected)
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json, new SandboxOptions { RecorderStartup = new RecorderStartup { Looks = looks } });
        using var ireland = Ireland(account);

        await SendAsync(ireland, "StartConfigurationRecorder", """{"ConfigurationRecorderName":"own"}""");
        var told = new List<string?>();
        for (var look = 0; look < expected.Length; look++) told.Add((await StatusAsync(ireland)).Text("lastStatus"));

        Assert.Equal(expected, told);
    }

    [Fact]
    public async Task A_new_role_must_have_spread_before_it_is_taken()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json);
        account.Sandbox.Account.Change(state => state.Iam.Roles[0].LooksUntilVisible = 1);
        const string put = """{"ConfigurationRecorder":{"roleARN":"ROLE"}}""";

        var early = await SendAsync(account.Wire, "PutConfigurationRecorder", put);
        var later = await SendAsync(account.Wire, "PutConfigurationRecorder", put);

        Assert.Equal("InvalidRoleException", early.Json["__type"]!.ToString());
        Assert.Equal("", later.Text);
    }

    [Fact]
    public async Task Giving_the_role_needs_the_permission_to_pass_it()
    {
        await using var account = await ScratchAccount.StartAsync(RecorderAccount.Json, new SandboxOptions { Deny = ["iam:PassRole"] });

        var answer = await SendAsync(account.Wire, "PutConfigurationRecorder", """{"ConfigurationRecorder":{"roleARN":"ROLE"}}""");

        Assert.Contains($"iam:PassRole on resource: {Role}", answer.Json["message"]!.ToString(), StringComparison.Ordinal);
    }

    private static WireClient Ireland(ScratchAccount account) => new(account.Sandbox) { Region = "eu-west-1" };

    private static async Task<JsonNode> StatusAsync(WireClient client) =>
        (await SendAsync(client, "DescribeConfigurationRecorderStatus", """{"ConfigurationRecorderNames":["own"]}""")).Json["ConfigurationRecordersStatus"]![0]!;

    private static Task<WireAnswer> SendAsync(WireClient client, string operation, string input) => client.JsonAsync("config", $"StarlingDoveService.{operation}", input.Replace("ROLE", Role, StringComparison.Ordinal));
}
