using System.Text.Json;
using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class TrailCollectorTests : IDisposable
{
    private const string Own = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main";
    private const string Foreign = "arn:aws:cloudtrail:us-east-1:999900001111:trail/organization";

    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_trail_that_several_Regions_show_is_one_trail()
    {
        _account.Aws.On("cloudtrail:DescribeTrails", call => ScriptedAws.Answer((200, call.Region == "us-east-1"
            ? TrailList(TrailJson(Own, "eu-west-1"), TrailJson(Foreign, "us-east-1"))
            : TrailList(TrailJson(Own, "eu-west-1")))));

        var evidence = await _account.CollectAsync(["us-east-1", "eu-west-1"], EvidenceKind.Trails);

        Assert.Equal([Own, Foreign], evidence.Trails.Select(trail => trail.Trail.Arn));
        Assert.Equal([Own], evidence.Regions[0].TrailArns.Value!);
        Assert.Equal([Own, Foreign], evidence.Regions[1].TrailArns.Value!);
        Assert.Equal(2, _account.Aws.Calls.Count);
    }

    [Fact]
    public async Task A_Region_that_does_not_tell_its_trails_is_a_gap_and_the_others_count()
    {
        _account.Aws.On("cloudtrail:DescribeTrails", call => ScriptedAws.Answer(
            call.Region == "us-east-1" ? Answers.JsonRefusal("AccessDeniedException") : (200, TrailList(TrailJson(Own, "eu-west-1")))));

        var evidence = await _account.CollectAsync(["eu-west-1", "us-east-1"], EvidenceKind.Trails);

        Assert.Equal("ACCESS_DENIED", evidence.Regions[1].TrailArns.Gap!.ReasonCode);
        Assert.Single(evidence.Trails);
    }

    [Fact]
    public async Task Details_come_from_the_home_Region_by_ARN_even_where_that_is_not_scanned()
    {
        AnswerTrails(TrailJson(Own, "eu-west-1"));
        _account.Aws.On("cloudtrail:GetTrailStatus", """{"IsLogging":true,"LatestDeliveryTime":1767225600}""");
        _account.Aws.On("cloudtrail:GetEventSelectors", """{"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true}]}""");

        var evidence = await _account.CollectAsync(["us-east-1"], EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors);

        var trail = Assert.Single(evidence.Trails);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), trail.Status.Value!.LatestDeliveryTime);
        Assert.True(trail.Status.Value.IsLogging);
        Assert.Equal("All", Assert.Single(trail.EventSelectors.Value!.Classic).ReadWriteType);
        var status = _account.Aws.CallsOf("cloudtrail:GetTrailStatus").Single();
        Assert.Equal(("eu-west-1", Own), (status.Region, JsonDocument.Parse(status.Body).RootElement.GetProperty("Name").GetString()));
        Assert.Equal("eu-west-1", _account.Aws.CallsOf("cloudtrail:GetEventSelectors").Single().Region);
    }

    [Fact]
    public async Task Advanced_selectors_are_read_with_every_condition()
    {
        AnswerTrails(TrailJson(Own, "eu-west-1"));
        _account.Aws.On("cloudtrail:GetEventSelectors", """
            {"AdvancedEventSelectors":[{"Name":"all","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}]}]}
            """);

        var selectors = Assert.Single((await _account.CollectAsync(EvidenceKind.TrailEventSelectors)).Trails).EventSelectors.Value!;

        Assert.Empty(selectors.Classic);
        var fields = Assert.Single(selectors.Advanced).FieldSelectors;
        Assert.Equal(("eventCategory", "Management", "kms.amazonaws.com"), (fields[0].Field, fields[0].EqualTo.Single(), fields[1].NotEqualTo.Single()));
    }

    [Fact]
    public async Task What_another_account_s_trail_does_not_tell_is_a_gap_of_that_trail_and_no_news()
    {
        AnswerTrails(TrailJson(Own, "eu-west-1"), TrailJson(Foreign, "us-east-1"));
        _account.Aws.On("cloudtrail:GetTrailStatus", call => ScriptedAws.Answer(
            call.Body.Contains(Foreign, StringComparison.Ordinal) ? Answers.JsonRefusal("TrailNotFoundException") : (200, """{"IsLogging":true}""")));

        var evidence = await _account.CollectAsync(EvidenceKind.TrailStatus);

        Assert.True(evidence.Trails[0].Status.IsKnown);
        Assert.Equal("TrailNotFoundException", evidence.Trails[1].Status.Gap!.ErrorCode);
        Assert.Empty(_account.Gaps);
    }

    [Fact]
    public async Task A_denial_of_the_account_s_own_trail_is_news()
    {
        AnswerTrails(TrailJson(Own, "eu-west-1"));
        _account.Aws.On("cloudtrail:GetTrailStatus", Answers.JsonRefusal("AccessDeniedException"));

        await _account.CollectAsync(EvidenceKind.TrailStatus);

        Assert.Equal(("cloudtrail:GetTrailStatus", "eu-west-1"), (Assert.Single(_account.Gaps).Permission, _account.Gaps[0].Region));
    }

    [Fact]
    public async Task A_trail_key_is_described_once_in_its_own_Region_and_under_the_name_that_the_trail_uses()
    {
        const string key = "arn:aws:kms:ap-south-1:111122223333:key/k1";
        AnswerTrails(TrailJson(Own, "eu-west-1", $"\"KmsKeyId\":\"{key}\""), TrailJson(Own + "2", "eu-west-1", $"\"KmsKeyId\":\"{key}\""), TrailJson(Own + "3", "eu-west-1", "\"KmsKeyId\":\"alias/trail\""));
        _account.Aws.On("kms:DescribeKey", """{"KeyMetadata":{"KeyId":"k1","KeyState":"Disabled"}}""");

        var keys = (await _account.CollectAsync(EvidenceKind.TrailKeys)).TrailKeys;

        Assert.Equal([key, "alias/trail"], keys.Keys.OrderByDescending(name => name.Length));
        Assert.Equal("Disabled", keys[key].Value!.KeyState);
        Assert.Equal(["ap-south-1", "eu-west-1"], _account.Aws.CallsOf("kms:DescribeKey").Select(call => call.Region).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Log_groups_of_this_account_exist_or_not_by_their_exact_name()
    {
        AnswerTrails(
            TrailJson(Own, "eu-west-1", "\"CloudWatchLogsLogGroupArn\":\"arn:aws:logs:eu-west-1:111122223333:log-group:trail:*\""),
            TrailJson(Own + "2", "eu-west-1", "\"CloudWatchLogsLogGroupArn\":\"arn:aws:logs:eu-west-1:111122223333:log-group:gone:*\""),
            TrailJson(Foreign, "us-east-1", "\"CloudWatchLogsLogGroupArn\":\"arn:aws:logs:us-east-1:999900001111:log-group:theirs:*\""));
        _account.Aws.On("logs:DescribeLogGroups", call => ScriptedAws.Answer((200, call.Body.Contains("trail", StringComparison.Ordinal)
            ? """{"logGroups":[{"logGroupName":"trail"},{"logGroupName":"trail-2"}]}"""
            : """{"logGroups":[{"logGroupName":"gone-but-longer"}]}""")));

        var groups = (await _account.CollectAsync(EvidenceKind.TrailLogGroups)).TrailLogGroups;

        Assert.Equal(2, groups.Count);
        Assert.True(groups["arn:aws:logs:eu-west-1:111122223333:log-group:trail"].Value);
        Assert.False(groups["arn:aws:logs:eu-west-1:111122223333:log-group:gone"].Value);
        Assert.True(groups["arn:aws:logs:eu-west-1:111122223333:log-group:gone"].IsKnown);
    }

    [Fact]
    public async Task Without_trails_nothing_about_them_is_asked()
    {
        AnswerTrails();

        await _account.CollectAsync(
            EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors, EvidenceKind.TrailKeys, EvidenceKind.TrailLogGroups, EvidenceKind.TrailBucketExposure,
            EvidenceKind.TrailBucketLogging, EvidenceKind.MetricFilters, EvidenceKind.Alarms, EvidenceKind.TopicSubscriptions);

        Assert.Equal("cloudtrail:DescribeTrails", _account.Aws.OnlyCall.Operation);
    }

    private void AnswerTrails(params string[] trails) => _account.Aws.On("cloudtrail:DescribeTrails", TrailList(trails));

    private static string TrailList(params string[] trails) => $$"""{"trailList":[{{string.Join(',', trails)}}]}""";

    private static string TrailJson(string arn, string home, string? more = null) =>
        $$"""{"Name":"{{arn.Split('/')[1]}}","TrailARN":"{{arn}}","HomeRegion":"{{home}}","IsMultiRegionTrail":true{{(more is null ? string.Empty : "," + more)}}}""";
}
