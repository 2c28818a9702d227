using System.Collections;
using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.5.</summary>
public sealed class ConfigRecorderControlTests
{
    private static readonly ConfigRecorder Recorder = new()
    {
        Name = "default",
        AllSupported = true,
        IncludeGlobalResourceTypes = true,
        RecordingStrategy = "ALL_SUPPORTED_RESOURCE_TYPES",
        IsRecording = true,
        LastStatus = "SUCCESS",
    };

    private static readonly ConfigRecorder WithoutGlobals = Recorder with { IncludeGlobalResourceTypes = false };

    private static readonly ConfigRecorder ServiceLinked =
        Recorder with { Name = "AWSConfigurationRecorderForObservabilityAdmin_x", ServicePrincipal = "observabilityadmin.amazonaws.com" };

    private static readonly ConfigDeliveryChannel Channel = new() { Name = "default", S3BucketName = "config-bucket-111122223333", SnsTopicArn = "arn:aws:sns:us-east-1:111122223333:config" };

    public static TheoryData<string, ConfigRecorder> RecordersThatPass => new()
    {
        { "as the API spells it", Recorder },
        { "Success", Recorder with { LastStatus = "Success" } },
        { "success", Recorder with { LastStatus = "success" } },
        { "Not_Applicable", Recorder with { LastStatus = "Not_Applicable" } },
        { "NOTAPPLICABLE", Recorder with { LastStatus = "NOTAPPLICABLE" } },
        { "an old recorder without a strategy", Recorder with { RecordingStrategy = null } },
    };

    public static TheoryData<string, ConfigRecorder, string> RecordersThatFail => new()
    {
        { "stopped", Recorder with { IsRecording = false }, "AWS Config in us-east-1 is stopped." },
        { "stopped before its first run", Recorder with { IsRecording = false, LastStatus = "PENDING" }, "AWS Config in us-east-1 is stopped." },
        { "failing", Recorder with { LastStatus = "FAILURE", LastErrorCode = "AccessDenied" }, "AWS Config in us-east-1 failed to record (AccessDenied)." },
        { "failing, in the SDK's spelling", Recorder with { LastStatus = "Failure" }, "AWS Config in us-east-1 failed to record." },
        { "without global types", WithoutGlobals, "AWS Config in us-east-1 does not record global resource types." },
        {
            "some types",
            Recorder with { AllSupported = false, IncludeGlobalResourceTypes = false, RecordingStrategy = "INCLUSION_BY_RESOURCE_TYPES" },
            "AWS Config in us-east-1 does not record all resource types."
        },
        {
            "all types but some",
            Recorder with { AllSupported = false, IncludeGlobalResourceTypes = false, RecordingStrategy = "EXCLUSION_BY_RESOURCE_TYPES" },
            "AWS Config in us-east-1 does not record all resource types."
        },
        {
            "pending, but narrower than asked",
            WithoutGlobals with { LastStatus = "PENDING" },
            "AWS Config in us-east-1 does not record global resource types."
        },
    };

    [Theory]
    [MemberData(nameof(RecordersThatPass))]
    public void A_recorder_that_records_and_delivers_everything_passes(string recorder, ConfigRecorder value)
    {
        var finding = Judging.JudgeOne("2.5", Account(Region(value)));

        Assert.True(finding.Status == "Passed", $"{recorder}: {finding}");
        Assert.Equal(("AwsAccount", "us-east-1"), (finding.ResourceType, finding.Region));
    }

    [Theory]
    [MemberData(nameof(RecordersThatFail))]
    public void A_recorder_that_falls_short_fails(string recorder, ConfigRecorder value, string reason)
    {
        var finding = Judging.JudgeOne("2.5", Account(Region(value)));

        Assert.True(finding.Status == "Failed", $"{recorder}: {finding}");
        Assert.Equal(reason, finding.Reason);
        Assert.Equal("Repair-CisConfigRecorder", finding.RepairCommand);
    }

    [Theory]
    [InlineData("INCLUSION_BY_RESOURCE_TYPES")]
    [InlineData("EXCLUSION_BY_RESOURCE_TYPES")]
    public void A_narrower_strategy_is_noted(string strategy)
    {
        var finding = Judging.JudgeOne("2.5", Account(Region(Recorder with { AllSupported = false, RecordingStrategy = strategy })));

        Assert.Contains(strategy, Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PENDING")]
    [InlineData("Pending")]
    [InlineData(null)]
    public void A_recorder_that_was_just_started_is_a_warning(string? status)
    {
        var finding = Judging.JudgeOne("2.5", Account(Region(Recorder with { LastStatus = status })));

        Assert.Equal(("Warning", ReasonCode.Pending), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void A_Region_without_a_recorder_fails() =>
        Assert.Equal("AWS Config has no recorder in us-east-1.", Judging.JudgeOne("2.5", Account(Region())).Reason);

    [Fact]
    public void A_recorder_of_an_AWS_service_does_not_count()
    {
        var alone = Judging.JudgeOne("2.5", Account(Region(ServiceLinked)));
        var beside = Judging.JudgeOne("2.5", Account(Region(ServiceLinked with { IsRecording = false }, Recorder)));

        Assert.Equal("Failed", alone.Status);
        Assert.Equal(["Recorders that AWS services run for themselves do not count; this Region has 1."], alone.Notes);
        Assert.Equal("Passed", beside.Status);
    }

    [Fact]
    public void Of_several_recorders_the_one_that_does_best_counts()
    {
        var stopped = Recorder with { IsRecording = false };
        var pending = Recorder with { LastStatus = "PENDING" };

        Assert.Equal("Passed", Judging.JudgeOne("2.5", Account(Region(stopped, pending, Recorder))).Status);
        Assert.Equal("Warning", Judging.JudgeOne("2.5", Account(Region(stopped, pending))).Status);
    }

    [Fact]
    public void A_delivery_channel_without_a_topic_passes() =>
        Assert.Equal("Passed", Judging.JudgeOne("2.5", Account(Region(Recorder) with { ConfigDeliveryChannels = Channels(Channel with { SnsTopicArn = null }) })).Status);

    [Fact]
    public void Without_a_delivery_channel_to_a_bucket_the_Region_fails()
    {
        const string Reason = "AWS Config in us-east-1 has no delivery channel to a bucket.";

        Assert.Equal(Reason, Judging.JudgeOne("2.5", Account(Region(Recorder) with { ConfigDeliveryChannels = Channels() })).Reason);
        Assert.Equal(Reason, Judging.JudgeOne("2.5", Account(Region(Recorder) with { ConfigDeliveryChannels = Channels(Channel with { S3BucketName = null }) })).Reason);
    }

    [Fact]
    public void Denied_recorders_are_not_available()
    {
        var denied = Evidence.Missing<IReadOnlyList<ConfigRecorder>>(Judging.Denied("config:DescribeConfigurationRecorderStatus", "us-east-1"));

        var finding = Judging.JudgeOne("2.5", Account(Region() with { ConfigRecorders = denied }));

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("config:DescribeConfigurationRecorderStatus", finding.Evidence["MissingPermission"]);
    }

    [Fact]
    public void Denied_delivery_channels_are_not_available_unless_the_recorder_fails_anyway()
    {
        var denied = Evidence.Missing<IReadOnlyList<ConfigDeliveryChannel>>(Judging.Denied("config:DescribeDeliveryChannels", "us-east-1"));

        Assert.Equal("NotAvailable", Judging.JudgeOne("2.5", Account(Region(Recorder) with { ConfigDeliveryChannels = denied })).Status);
        Assert.Equal("Failed", Judging.JudgeOne("2.5", Account(Region(WithoutGlobals) with { ConfigDeliveryChannels = denied })).Status);
    }

    [Fact]
    public void Recorders_that_are_all_called_default_are_told_apart_by_their_Region()
    {
        var findings = Judging.Judge("2.5", Account(
            Region("eu-west-1", Recorder with { IsRecording = false }), Region("us-east-1", Recorder), Region("us-west-2")));

        Assert.Equal(
            [("eu-west-1", "Failed"), ("us-east-1", "Passed"), ("us-west-2", "Failed")],
            findings.Select(finding => (finding.Region, finding.Status)));
    }

    [Fact]
    public void Each_Region_must_record_global_types_where_none_is_named()
    {
        var findings = Judging.Judge("2.5", Account(Region("eu-west-1", WithoutGlobals), Region("us-east-1", Recorder)));

        Assert.Equal(["Failed", "Passed"], findings.Select(finding => finding.Status));
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("US-EAST-1")]
    public void Only_the_named_Region_must_record_global_types(string named)
    {
        var findings = Judging.Judge("2.5", Account(Region("eu-west-1", WithoutGlobals), Region("us-east-1", Recorder)), parameters: GlobalsIn(named));

        Assert.Equal(["Passed", "Passed"], findings.Select(finding => finding.Status));
        Assert.Contains("Strict Security Hub mode: Failed NON_COMPLIANT.", findings[0].Notes);
    }

    [Fact]
    public void The_named_Region_fails_without_global_types()
    {
        var findings = Judging.Judge("2.5", Account(Region("eu-west-1", WithoutGlobals), Region("us-east-1", WithoutGlobals)), parameters: GlobalsIn("us-east-1"));

        Assert.Equal(["Passed", "Failed"], findings.Select(finding => finding.Status));
    }

    [Fact]
    public void Strict_mode_asks_every_Region_for_global_types_as_Security_Hub_does()
    {
        var finding = Judging.JudgeOne("2.5", Account(Region("eu-west-1", WithoutGlobals)), strict: true, parameters: GlobalsIn("us-east-1"));

        Assert.Equal("Failed", finding.Status);
    }

    [Fact]
    public void A_named_Region_that_was_not_read_is_noted()
    {
        var finding = Judging.JudgeOne("2.5", Account(Region("eu-west-1", WithoutGlobals)), parameters: GlobalsIn("us-east-1"));

        Assert.Contains("Global resource types are left to us-east-1, which was not read.", finding.Notes);
    }

    [Fact]
    public void A_named_Region_that_cannot_record_global_types_is_no_excuse()
    {
        var findings = Judging.Judge("2.5", Account(Region("eu-central-2", WithoutGlobals)), parameters: GlobalsIn("eu-central-2"));

        Assert.Equal("Failed", Assert.Single(findings).Status);
    }

    [Theory]
    [InlineData("ap-south-2")]
    [InlineData("ap-southeast-4")]
    [InlineData("ap-southeast-5")]
    [InlineData("ap-southeast-7")]
    [InlineData("ca-west-1")]
    [InlineData("eu-central-2")]
    [InlineData("eu-south-2")]
    [InlineData("il-central-1")]
    [InlineData("me-central-1")]
    [InlineData("mx-central-1")]
    [InlineData("xx-future-1")]
    public void A_Region_opened_after_February_2022_need_not_record_global_types(string region)
    {
        var finding = Judging.JudgeOne("2.5", Account(Region(region, WithoutGlobals)));

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("cannot record global", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("af-south-1")]
    [InlineData("ap-southeast-3")]
    [InlineData("me-south-1")]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    public void An_older_Region_must_record_global_types(string region) =>
        Assert.Equal("Failed", Judging.JudgeOne("2.5", Account(Region(region, WithoutGlobals))).Status);

    [Fact]
    public void Where_the_Regions_could_not_be_listed_there_is_one_finding_that_says_so()
    {
        var account = Judging.Account() with { EnabledRegions = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("ec2:DescribeRegions")) };

        var finding = Judging.JudgeOne("2.5", account);

        Assert.Equal(("NotAvailable", "ec2:DescribeRegions", "us-east-1"), (finding.Status, finding.Evidence["MissingPermission"], finding.Region));
    }

    private static Hashtable GlobalsIn(string region) => new() { ["GlobalResourceRegion"] = region };

    private static AccountEvidence Account(params RegionEvidence[] regions) => Judging.Account() with { Regions = regions };

    private static RegionEvidence Region(params ConfigRecorder[] recorders) => Region("us-east-1", recorders);

    private static RegionEvidence Region(string region, params ConfigRecorder[] recorders) => Judging.Region(region) with
    {
        ConfigRecorders = Evidence.Of<IReadOnlyList<ConfigRecorder>>(recorders),
        ConfigDeliveryChannels = Channels(Channel),
    };

    private static Evidence<IReadOnlyList<ConfigDeliveryChannel>> Channels(params ConfigDeliveryChannel[] channels) =>
        Evidence.Of<IReadOnlyList<ConfigDeliveryChannel>>(channels);
}
