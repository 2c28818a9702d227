using Amazon.CloudWatch.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.CloudWatch;

public sealed class AlarmWriteTests
{
    private const string Region = "eu-west-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alarm_is_written_whole_silenced_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var cloudWatch = sandbox.Clients.CloudWatch(Region);
        var request = new PutMetricAlarmRequest
        {
            AlarmName = "CIS-1.1",
            AlarmDescription = "Root use",
            ActionsEnabled = true,
            AlarmActions = ["arn:aws:sns:eu-west-1:111122223333:alarms"],
            OKActions = [],
            Namespace = "LogMetrics",
            MetricName = "RootAccountUsage",
            Dimensions = [new() { Name = "Code", Value = "x" }],
            Statistic = "Sum",
            Period = 300,
            EvaluationPeriods = 1,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Threshold = 1.5,
            TreatMissingData = "notBreaching",
            Tags = [new() { Key = "CisPosture", Value = "1" }],
        };

        await cloudWatch.PutMetricAlarmAsync(request, Token);
        await cloudWatch.DisableAlarmActionsAsync(new DisableAlarmActionsRequest { AlarmNames = ["CIS-1.1"] }, Token);
        var alarm = await OnlyAsync("CIS-1.1");
        await cloudWatch.EnableAlarmActionsAsync(new EnableAlarmActionsRequest { AlarmNames = ["CIS-1.1"] }, Token);
        await cloudWatch.TagResourceAsync(new TagResourceRequest { ResourceARN = alarm.AlarmArn, Tags = [new() { Key = "Team", Value = "security" }] }, Token);
        await cloudWatch.UntagResourceAsync(new UntagResourceRequest { ResourceARN = alarm.AlarmArn, TagKeys = ["CisPosture"] }, Token);
        var tags = (await cloudWatch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = alarm.AlarmArn }, Token)).Tags!;
        var enabled = (await OnlyAsync("CIS-1.1")).ActionsEnabled;
        await cloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["CIS-1.1"] }, Token);

        Assert.Equal((false, true), (alarm.ActionsEnabled, enabled));
        Assert.Equal(("Root use", "LogMetrics", "RootAccountUsage", "Sum"), (alarm.AlarmDescription, alarm.Namespace, alarm.MetricName, alarm.Statistic));
        Assert.Equal((300, 1, 1.5, "notBreaching"), (alarm.Period, alarm.EvaluationPeriods, alarm.Threshold, alarm.TreatMissingData));
        Assert.Equal(("Code", "x"), (Assert.Single(alarm.Dimensions!).Name, alarm.Dimensions![0].Value));
        Assert.Equal("arn:aws:sns:eu-west-1:111122223333:alarms", Assert.Single(alarm.AlarmActions!));
        Assert.Equal("Team", Assert.Single(tags).Key);
        Assert.Empty((await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["CIS-1.1"] }, Token)).MetricAlarms!);

        async Task<MetricAlarm> OnlyAsync(string name) =>
            Assert.Single((await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name] }, Token)).MetricAlarms!);
    }

    [Fact]
    public async Task An_alarm_on_an_expression_can_be_written_as_it_was_read()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var cloudWatch = sandbox.Clients.CloudWatch(Region);
        var request = new PutMetricAlarmRequest
        {
            AlarmName = "sum",
            Metrics =
            [
                new() { Id = "e1", Expression = "m1*2", ReturnData = true },
                new() { Id = "m1", ReturnData = false, MetricStat = new() { Metric = new() { Namespace = "LogMetrics", MetricName = "Root" }, Period = 60, Stat = "Sum" } },
            ],
            EvaluationPeriods = 1,
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = 0,
        };

        await cloudWatch.PutMetricAlarmAsync(request, Token);
        var before = sandbox.Server.Account.Export();
        var alarm = Assert.Single((await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = "su" }, Token)).MetricAlarms!);
        request.Metrics = alarm.Metrics;
        await cloudWatch.PutMetricAlarmAsync(request, Token);

        Assert.Equal(["m1*2", null], alarm.Metrics!.Select(query => query.Expression));
        Assert.Equal(WithoutTimes(before), WithoutTimes(sandbox.Server.Account.Export()));
        Assert.Equal("ValidationError", await SandboxClients.ErrorAsync(() => cloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest { AlarmName = "x" }, Token)));
    }

    /// <summary>An alarm tells when it was last written.</summary>
    private static IEnumerable<string> WithoutTimes(string export) => export.Split('\n').Where(line => !line.Contains("configuredTime", StringComparison.Ordinal));
}
