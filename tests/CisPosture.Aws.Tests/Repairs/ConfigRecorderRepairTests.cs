using CisPosture.Accounts;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class ConfigRecorderRepairTests
{
    private const string Region = "eu-west-1";
    private const string OwnRole = "arn:aws:iam::111122223333:role/config";

    private static readonly RepairState Everything = ConfigRecorderSetting.New("ours", OwnRole, includesGlobals: true);
    private static readonly RepairState Channel = ConfigDeliveryChannelSetting.To("config-files");

    [Fact]
    public void A_stopped_recorder_is_only_switched_on_and_its_first_result_is_waited_for()
    {
        var plan = Plan(Everything);

        Assert.Equal(["config:StartConfigurationRecorder"], plan.Steps.Select(step => step.Call.Operation));
        Assert.Equal("ours", plan.Steps[0].Call.Parameters.Text("ConfigurationRecorderName"));
        Assert.NotNull(plan.Pending);
        Assert.Null(plan.Question);
    }

    [Fact]
    public void A_recorder_of_some_types_is_widened_only_after_a_question_that_names_the_cost()
    {
        var narrow = Everything.With("AllSupported", false).With("IncludeGlobalResourceTypes", false).With("ResourceTypes", new[] { "AWS::EC2::Instance" });

        var plan = Plan(narrow, isRecording: true);

        Assert.Contains("1 resource type", plan.Question, StringComparison.Ordinal);
        Assert.Contains("bills", plan.Question, StringComparison.Ordinal);
        var step = Assert.Single(plan.Steps);
        Assert.Equal(("ours", OwnRole), (step.After!.Text(ConfigRecorderSetting.Recorder), step.After.Text(ConfigRecorderSetting.Role)));
        Assert.NotNull(step.Inverse);
    }

    [Theory]
    [InlineData("aws-controltower-BaselineConfigRecorder", OwnRole)]
    [InlineData("default", "arn:aws:iam::111122223333:role/service/aws-controltower-ConfigRecorderRole")]
    public void A_recorder_of_Control_Tower_is_changed_only_by_force(string name, string role)
    {
        var recorder = ConfigRecorderSetting.New(name, role, includesGlobals: true);

        Assert.Equal(RepairReasonCode.ForeignResource, Plan(recorder).Skip?.ReasonCode);
        Assert.Single(Plan(recorder, options: new ConfigRecorderOptions { Force = true }).Steps);
    }

    [Fact]
    public void Without_anything_all_is_made_in_the_order_that_AWS_takes_and_undone_the_other_way_round()
    {
        var plan = Plan(recorder: null, channel: null, options: new ConfigRecorderOptions { ConfigBucketName = "config-files" });

        Assert.Equal(
            [
                "iam:CreateServiceLinkedRole", "s3:CreateBucket", "s3:PutPublicAccessBlock", "s3:PutBucketPolicy",
                "config:PutConfigurationRecorder", "config:PutDeliveryChannel", "config:StartConfigurationRecorder",
            ],
            plan.Steps.Select(step => step.Call.Operation));
        Assert.Equal("config:StopConfigurationRecorder", plan.Steps[^1].Inverse?.Operation);
        Assert.All(plan.Steps, step => Assert.Null(step.NotUndoable));
    }

    [Fact]
    public void Where_only_one_Region_has_to_record_global_types_the_others_do_not()
    {
        var parameters = RepairSamples.Parameters("2.5", "GlobalResourceRegion", "us-east-1");

        var plan = Plan(recorder: null, options: new ConfigRecorderOptions { ControlParameters = parameters });

        Assert.False(plan.Steps.Single(step => step.Target.Kind == ConfigRecorderSetting.Name).After!.IsOn(ConfigRecorderSetting.IncludesGlobals));
    }

    [Fact]
    public void A_channel_that_is_led_away_from_a_bucket_that_is_gone_says_that_there_is_no_way_back()
    {
        var plan = Plan(Everything, isBucketGone: true, options: new ConfigRecorderOptions { ConfigBucketName = "other" });

        Assert.Contains("config-files", plan.Steps.Single(step => step.Target.Kind == ConfigDeliveryChannelSetting.Name).NotUndoable, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorder_that_is_set_up_and_fails_all_the_same_is_for_a_person()
    {
        var skip = Plan(Everything, isRecording: true, lastStatus: "FAILURE").Skip;

        Assert.Equal(RepairReasonCode.Manual, skip?.ReasonCode);
    }

    private static RepairPlan Plan(
        RepairState? recorder, bool isRecording = false, string lastStatus = "SUCCESS", bool isBucketGone = false, ConfigRecorderOptions? options = null) =>
        Plan(recorder, Channel, isRecording, lastStatus, isBucketGone, options);

    private static RepairPlan Plan(
        RepairState? recorder, RepairState? channel, bool isRecording = false, string lastStatus = "SUCCESS", bool isBucketGone = false, ConfigRecorderOptions? options = null)
    {
        var status = recorder is null ? null : new ConfigRecorder { Name = "ours", AllSupported = true, IncludeGlobalResourceTypes = true, IsRecording = isRecording, LastStatus = lastStatus };
        var region = new LiveRecorder(
            new SettingReading(recorder), new SettingReading(ConfigRecordingSetting.Of(isRecording)), new SettingReading(channel), isBucketGone, status);
        var live = new LiveConfig
        {
            Regions = new Dictionary<string, Evidence<LiveRecorder>>(StringComparer.Ordinal) { [Region] = Evidence.Of(region) },
            Bucket = Evidence.Of(new LiveConfigBucket("us-east-1", LiveSettings.None)),
        };
        return Assert.Single(new ConfigRecorderRepair().Plan(RepairSamples.Place, live, [RepairSamples.Subject("2.5", region: Region)], options ?? new ConfigRecorderOptions()));
    }
}
