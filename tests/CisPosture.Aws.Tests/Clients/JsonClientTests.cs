using System.Text.Json;
using Amazon.CloudTrail.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.ConfigService.Model;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

/// <summary>Answers in the form in which CloudTrail, CloudWatch Logs and AWS Config send them.</summary>
public sealed class JsonClientTests : IDisposable
{
    private readonly ScriptedAws _aws = new();
    private readonly AwsClients _clients;

    public JsonClientTests() => _clients = TestClients.Over(_aws);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _clients.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task Trails_are_read_whatever_the_case_of_their_members()
    {
        _aws.On("cloudtrail:DescribeTrails", """
            {"trailList":[{"Name":"main","S3BucketName":"logs","IncludeGlobalServiceEvents":true,"IsMultiRegionTrail":true,"HomeRegion":"eu-west-1",
              "TrailARN":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/main","LogFileValidationEnabled":false,"HasCustomEventSelectors":true,
              "CloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:111122223333:log-group:trail:*","KmsKeyId":null,"IsOrganizationTrail":false}]}
            """);

        var trail = Assert.Single((await _clients.CloudTrail("us-east-1").DescribeTrailsAsync(new DescribeTrailsRequest(), Token)).TrailList!);

        Assert.Equal(("main", "eu-west-1", true, false), (trail.Name, trail.HomeRegion, trail.IsMultiRegionTrail, trail.LogFileValidationEnabled));
        Assert.Null(trail.KmsKeyId);
        Assert.Equal("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails", _aws.OnlyCall.Headers["X-Amz-Target"]);
        Assert.Equal("{}", _aws.OnlyCall.Body);
    }

    [Fact]
    public async Task Times_are_seconds_with_fractions()
    {
        _aws.On("cloudtrail:GetTrailStatus", """{"IsLogging":true,"LatestDeliveryTime":1767225600.25,"LatestCloudWatchLogsDeliveryTime":1.7672256E9,"LatestDeliveryError":""}""");

        var status = await _clients.CloudTrail("us-east-1").GetTrailStatusAsync(new GetTrailStatusRequest { Name = "arn:x" }, Token);

        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, 250, DateTimeKind.Utc), status.LatestDeliveryTime);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), status.LatestCloudWatchLogsDeliveryTime);
        Assert.Null(status.LatestDigestDeliveryError);
        Assert.Equal("arn:x", JsonDocument.Parse(_aws.OnlyCall.Body).RootElement.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task Advanced_selectors_keep_every_condition()
    {
        _aws.On("cloudtrail:GetEventSelectors", """
            {"TrailARN":"arn:x","AdvancedEventSelectors":[{"Name":"free text","FieldSelectors":[
              {"Field":"eventCategory","Equals":["Management"]},{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]},{"Field":"eventName","StartsWith":["Put"]}]}]}
            """);

        var response = await _clients.CloudTrail("us-east-1").GetEventSelectorsAsync(new GetEventSelectorsRequest { TrailName = "arn:x" }, Token);

        Assert.Null(response.EventSelectors);
        var fields = Assert.Single(response.AdvancedEventSelectors!).FieldSelectors!;
        Assert.Equal(["Management"], fields[0].Equals);
        Assert.Equal(["kms.amazonaws.com"], fields[1].NotEquals);
        Assert.Equal(["Put"], fields[2].StartsWith);
    }

    [Fact]
    public async Task Classic_selectors_are_read()
    {
        _aws.On("cloudtrail:GetEventSelectors", """
            {"EventSelectors":[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"DataResources":[],"ExcludeManagementEventSources":["kms.amazonaws.com"]}]}
            """);

        var selector = Assert.Single((await _clients.CloudTrail("us-east-1").GetEventSelectorsAsync(new GetEventSelectorsRequest(), Token)).EventSelectors!);

        Assert.Equal("WriteOnly", selector.ReadWriteType);
        Assert.Equal(["kms.amazonaws.com"], selector.ExcludeManagementEventSources);
    }

    [Fact]
    public async Task Metric_filters_are_read_with_pattern_and_dimensions()
    {
        _aws.On("logs:DescribeMetricFilters", """
            {"metricFilters":[{"filterName":"root","filterPattern":"{ $.userIdentity.type = \"Root\" }","creationTime":1700000000000,"logGroupName":"trail",
              "metricTransformations":[{"metricName":"RootUse","metricNamespace":"LogMetrics","metricValue":"1","defaultValue":0.0,"dimensions":{"Region":"$.awsRegion"}}]}],
             "nextToken":"t/+="}
            """);

        var response = await _clients.CloudWatchLogs("us-east-1").DescribeMetricFiltersAsync(new DescribeMetricFiltersRequest { NextToken = "earlier" }, Token);

        var filter = Assert.Single(response.MetricFilters!);
        Assert.Equal("{ $.userIdentity.type = \"Root\" }", filter.FilterPattern);
        Assert.Equal("$.awsRegion", Assert.Single(filter.MetricTransformations!).Dimensions!["Region"]);
        Assert.Equal("t/+=", response.NextToken);
        Assert.Equal("Logs_20140328.DescribeMetricFilters", _aws.OnlyCall.Headers["X-Amz-Target"]);
        Assert.Equal("""{"nextToken":"earlier"}""", _aws.OnlyCall.Body);
    }

    [Fact]
    public async Task Log_groups_are_asked_for_by_prefix()
    {
        _aws.On("logs:DescribeLogGroups", """{"logGroups":[{"logGroupName":"trail","arn":"arn:aws:logs:eu-west-1:111122223333:log-group:trail:*","storedBytes":12}]}""");

        var response = await _clients.CloudWatchLogs("us-east-1").DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "trail" }, Token);

        Assert.Equal("trail", Assert.Single(response.LogGroups!).LogGroupName);
        Assert.Equal("""{"logGroupNamePrefix":"trail"}""", _aws.OnlyCall.Body);
    }

    [Fact]
    public async Task Config_recorders_their_status_and_channels_are_read()
    {
        _aws.On("config:DescribeConfigurationRecorders", """
            {"ConfigurationRecorders":[{"name":"default","roleARN":"arn:r","recordingGroup":{"allSupported":true,"includeGlobalResourceTypes":false,
              "resourceTypes":[],"recordingStrategy":{"useOnly":"ALL_SUPPORTED_RESOURCE_TYPES"}}}]}
            """);
        _aws.On("config:DescribeConfigurationRecorderStatus", """
            {"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStatus":"SUCCESS","lastStartTime":1700000000.5}]}
            """);
        _aws.On("config:DescribeDeliveryChannels", """{"DeliveryChannels":[{"name":"default","s3BucketName":"config","snsTopicARN":"arn:aws:sns:eu-west-1:111122223333:config"}]}""");
        var config = _clients.ConfigService("eu-west-1");

        var recorder = Assert.Single((await config.DescribeConfigurationRecordersAsync(new DescribeConfigurationRecordersRequest(), Token)).ConfigurationRecorders!);
        var status = Assert.Single((await config.DescribeConfigurationRecorderStatusAsync(new DescribeConfigurationRecorderStatusRequest(), Token)).ConfigurationRecordersStatus!);
        var channel = Assert.Single((await config.DescribeDeliveryChannelsAsync(new DescribeDeliveryChannelsRequest(), Token)).DeliveryChannels!);

        Assert.Equal((true, false, "ALL_SUPPORTED_RESOURCE_TYPES"), (recorder.RecordingGroup!.AllSupported, recorder.RecordingGroup.IncludeGlobalResourceTypes, recorder.RecordingGroup.RecordingStrategy!.UseOnly));
        Assert.Equal((true, "SUCCESS"), (status.Recording, status.LastStatus));
        Assert.Equal(("config", "arn:aws:sns:eu-west-1:111122223333:config"), (channel.S3BucketName, channel.SnsTopicARN));
        Assert.All(_aws.Calls, call => Assert.StartsWith("StarlingDoveService.", call.Headers["X-Amz-Target"], StringComparison.Ordinal));
    }
}
