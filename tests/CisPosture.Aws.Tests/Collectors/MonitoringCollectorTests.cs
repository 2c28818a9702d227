using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class MonitoringCollectorTests : IDisposable
{
    private readonly ScriptedAccount _account = new();

    public MonitoringCollectorTests() => _account.Aws
        .On("cloudtrail:DescribeTrails", """
            {"trailList":[
              {"Name":"main","TrailARN":"arn:aws:cloudtrail:us-east-1:111122223333:trail/main","HomeRegion":"us-east-1","CloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:111122223333:log-group:trail:*"},
              {"Name":"theirs","TrailARN":"arn:aws:cloudtrail:us-east-1:999900001111:trail/theirs","HomeRegion":"us-east-1","CloudWatchLogsLogGroupArn":"arn:aws:logs:ap-east-1:999900001111:log-group:x:*"}]}
            """)
        .On("logs:DescribeMetricFilters", """
            {"metricFilters":[{"filterName":"root","logGroupName":"trail","filterPattern":"{ $.x = 1 }","metricTransformations":[{"metricName":"RootUse","metricNamespace":"LogMetrics","metricValue":"1","dimensions":{"B":"$.b","A":"$.a"}}]},
             {"filterName":"other","logGroupName":"application","filterPattern":"ERROR","metricTransformations":[{"metricName":"Errors","metricNamespace":"App","metricValue":"1"}]}]}
            """);

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Filters_and_alarms_are_listed_whole_and_only_where_a_trail_delivers_to_a_log_group_of_this_account()
    {
        AnswerAlarms();

        var evidence = await _account.CollectAsync(EvidenceKind.MetricFilters, EvidenceKind.Alarms);

        Assert.Equal(["eu-west-1"], evidence.MetricFilters.Keys);
        Assert.Equal(["eu-west-1"], evidence.Alarms.Keys);
        Assert.Equal(["other", "root"], evidence.MetricFilters["eu-west-1"].Value!.Select(filter => filter.FilterName));
        Assert.Equal(["A", "B"], evidence.MetricFilters["eu-west-1"].Value![1].Transformations.Single().Dimensions);
        Assert.Equal("{}", _account.Aws.CallsOf("logs:DescribeMetricFilters").Single().Body);
    }

    [Fact]
    public async Task Metric_filters_are_read_page_by_page()
    {
        _account.Aws.On("logs:DescribeMetricFilters", call => ScriptedAws.Answer((200, call.Body == "{}"
            ? """{"metricFilters":[{"filterName":"b","logGroupName":"trail"}],"nextToken":"t"}"""
            : """{"metricFilters":[{"filterName":"a","logGroupName":"trail"}]}""")));

        var evidence = await _account.CollectAsync(EvidenceKind.MetricFilters);

        Assert.Equal(["a", "b"], evidence.MetricFilters["eu-west-1"].Value!.Select(filter => filter.FilterName));
    }

    [Fact]
    public async Task Alarms_of_all_kinds_are_asked_for()
    {
        AnswerAlarms(Alarm("plain", "LogMetrics", "RootUse"), Composite("all", "ALARM(plain)"));

        var alarms = (await _account.CollectAsync(EvidenceKind.Alarms)).Alarms["eu-west-1"].Value!;

        Assert.Equal([("all", "ALARM(plain)"), ("plain", null)], alarms.Select(alarm => (alarm.AlarmName, alarm.AlarmRule)));
        var fields = _account.Aws.CallsOf("monitoring:DescribeAlarms").Single().Fields;
        Assert.Equal(["CompositeAlarm", "MetricAlarm"], fields.Where(field => field.Key.StartsWith("AlarmTypes", StringComparison.Ordinal)).Select(field => field.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_topics_that_an_alarm_on_a_trail_metric_notifies_are_asked_for_their_subscribers()
    {
        AnswerAlarms(
            Alarm("on the metric", "LogMetrics", "RootUse", "arn:aws:sns:us-west-2:111122223333:watched", "arn:aws:lambda:eu-west-1:111122223333:function:f"),
            Alarm("other namespace", "Elsewhere", "RootUse", "arn:aws:sns:eu-west-1:111122223333:elsewhere"),
            Alarm("another group's metric", "App", "Errors", "arn:aws:sns:eu-west-1:111122223333:application"),
            Alarm("disabled", "LogMetrics", "RootUse", "arn:aws:sns:eu-west-1:111122223333:disabled").Replace("<ActionsEnabled>true", "<ActionsEnabled>false", StringComparison.Ordinal),
            "<member><AlarmName>math</AlarmName><AlarmArn>arn:math</AlarmArn><ActionsEnabled>true</ActionsEnabled><AlarmActions><member>arn:aws:sns:eu-west-1:111122223333:math</member></AlarmActions>"
            + "<Metrics><member><Id>m</Id><MetricStat><Metric><Namespace>LogMetrics</Namespace><MetricName>RootUse</MetricName></Metric></MetricStat></member></Metrics></member>");
        AnswerSubscriptions();

        var topics = (await _account.CollectAsync(EvidenceKind.TopicSubscriptions)).TopicSubscriptions;

        Assert.Equal(["arn:aws:sns:eu-west-1:111122223333:math", "arn:aws:sns:us-west-2:111122223333:watched"], topics.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["eu-west-1", "us-west-2"], _account.Aws.CallsOf("sns:ListSubscriptionsByTopic").Select(call => call.Region).Order(StringComparer.Ordinal));
        Assert.Equal("email", Assert.Single(topics["arn:aws:sns:us-west-2:111122223333:watched"].Value!).Protocol);
    }

    [Theory]
    [InlineData("ALARM(\"on the metric\")")]
    [InlineData("NOT OK(\"on the metric\") OR TRUE")]
    [InlineData("ALARM(arn:on_the_metric)")]
    [InlineData("ALARM(middle)")]
    public async Task Topics_of_alarms_on_such_an_alarm_are_asked_too(string rule)
    {
        AnswerAlarms(
            Alarm("on the metric", "LogMetrics", "RootUse"),
            Composite("middle", "ALARM(\"on the metric\")"),
            Composite("top", rule, "arn:aws:sns:eu-west-1:111122223333:composite"),
            Composite("unrelated", "ALARM(\"on the metrics\")", "arn:aws:sns:eu-west-1:111122223333:unrelated"));
        AnswerSubscriptions();

        Assert.Equal(["arn:aws:sns:eu-west-1:111122223333:composite"], (await _account.CollectAsync(EvidenceKind.TopicSubscriptions)).TopicSubscriptions.Keys);
    }

    [Theory]
    [InlineData("NotFound", 404, "arn:aws:sns:eu-west-1:111122223333:gone", 0)]
    [InlineData("AuthorizationError", 403, "arn:aws:sns:eu-west-1:999900001111:theirs", 0)]
    [InlineData("AuthorizationError", 403, "arn:aws:sns:eu-west-1:111122223333:ours", 1)]
    public async Task A_topic_that_is_gone_or_another_account_s_is_a_gap_but_no_news(string code, int status, string topic, int gaps)
    {
        AnswerAlarms(Alarm("a", "LogMetrics", "RootUse", topic));
        _account.Aws.On("sns:ListSubscriptionsByTopic", Answers.Refusal(code, status));

        var evidence = await _account.CollectAsync(EvidenceKind.TopicSubscriptions);

        Assert.Equal(code, evidence.TopicSubscriptions[topic].Gap!.ErrorCode);
        Assert.Equal(gaps, _account.Gaps.Count);
    }

    [Fact]
    public async Task Where_alarms_are_denied_no_topic_is_asked_for()
    {
        _account.Aws.On("monitoring:DescribeAlarms", Answers.Refusal("AccessDenied"));

        var evidence = await _account.CollectAsync(EvidenceKind.TopicSubscriptions);

        Assert.Equal(("cloudwatch:DescribeAlarms", "eu-west-1"), (evidence.Alarms["eu-west-1"].Gap!.Permission, evidence.Alarms["eu-west-1"].Gap!.Region));
        Assert.Empty(evidence.TopicSubscriptions);
    }

    private void AnswerAlarms(params string[] alarms) => _account.Aws.On("monitoring:DescribeAlarms", Answers.Query(
        "DescribeAlarms",
        $"<MetricAlarms>{string.Concat(alarms.Where(alarm => !alarm.Contains("AlarmRule", StringComparison.Ordinal)))}</MetricAlarms>"
        + $"<CompositeAlarms>{string.Concat(alarms.Where(alarm => alarm.Contains("AlarmRule", StringComparison.Ordinal)))}</CompositeAlarms>"));

    private void AnswerSubscriptions() => _account.Aws.On("sns:ListSubscriptionsByTopic", Answers.Query(
        "ListSubscriptionsByTopic", "<Subscriptions><member><Protocol>email</Protocol><Endpoint>a@b.c</Endpoint><SubscriptionArn>PendingConfirmation</SubscriptionArn></member></Subscriptions>"));

    private static string Alarm(string name, string @namespace, string metric, params string[] actions) =>
        $"<member>{Head(name, actions)}<Namespace>{@namespace}</Namespace><MetricName>{metric}</MetricName></member>";

    private static string Composite(string name, string rule, params string[] actions) =>
        $"<member>{Head(name, actions)}<AlarmRule>{rule.Replace("\"", "&quot;", StringComparison.Ordinal)}</AlarmRule></member>";

    private static string Head(string name, string[] actions) =>
        $"<AlarmName>{name}</AlarmName><AlarmArn>arn:{name.Replace(' ', '_')}</AlarmArn><ActionsEnabled>true</ActionsEnabled>"
        + $"<AlarmActions>{string.Concat(actions.Select(action => $"<member>{action}</member>"))}</AlarmActions>";
}
