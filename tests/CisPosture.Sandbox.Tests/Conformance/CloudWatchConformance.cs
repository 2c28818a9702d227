using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class CloudWatchConformance(LoggingServer server)
{
    private const string Region = "us-east-1";

    [Fact]
    public async Task DescribeAlarms_without_AlarmTypes_tells_of_metric_alarms_only()
    {
        var answer = await Ask();

        Assert.Empty(answer["CompositeAlarms"]?.AsArray() ?? []);
        var alarms = answer["MetricAlarms"]!.AsArray();
        Assert.Equal(["anomaly", "root", "silent"], alarms.Each("AlarmName"));
        var root = alarms[1]!;
        Assert.Equal(("Cis", "Root", "Sum", "300", 1.5, "OK"), (root.Text("Namespace"), root.Text("MetricName"), root.Text("Statistic"), root.Text("Period"), root["Threshold"]!.GetValue<double>(), root.Text("StateValue")));
        Assert.Equal("""["arn:aws:sns:us-east-1:111122223333:alarms"]""", root["AlarmActions"]!.ToJsonString());
        Assert.Equal("""[{"Name":"Code","Value":"x"}]""", root["Dimensions"]!.ToJsonString());
        Assert.Equal("arn:aws:cloudwatch:us-east-1:111122223333:alarm:root", root.Text("AlarmArn"));
        Assert.Equal([false, true, true], alarms.Select(alarm => alarm!["ActionsEnabled"]!.GetValue<bool>()));
        Assert.Empty(alarms[2]!["AlarmActions"]!.AsArray());
    }

    [Fact]
    public async Task An_alarm_on_an_expression_has_its_queries()
    {
        var queries = (await Ask("--alarm-names", "anomaly"))["MetricAlarms"]![0]!["Metrics"]!;

        Assert.Equal("m1 * 2", queries[0]!.Text("Expression"));
        Assert.Equal(("Cis", "Root", "Sum"), (queries[1]!["MetricStat"]!["Metric"]!.Text("Namespace"), queries[1]!["MetricStat"]!["Metric"]!.Text("MetricName"), queries[1]!["MetricStat"]!.Text("Stat")));
        Assert.Equal([true, false], queries.AsArray().Select(query => query!["ReturnData"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task DescribeAlarms_with_both_AlarmTypes_tells_of_both()
    {
        var answer = await Ask("--alarm-types", "MetricAlarm", "CompositeAlarm");

        Assert.Equal(["anomaly", "root", "silent"], answer["MetricAlarms"].Each("AlarmName"));
        Assert.Equal(["ALARM(\"root\") OR ALARM(\"silent\")"], answer["CompositeAlarms"].Each("AlarmRule"));
    }

    [Theory]
    [InlineData("NextToken", "made up", "InvalidNextToken")]
    [InlineData("MaxRecords", "101", "ValidationError")]
    [InlineData("AlarmTypes.member.1", "LogAlarm", "ValidationError")]
    public async Task Errors_are_CloudWatch_s_own(string parameter, string value, string code)
    {
        using var client = new WireClient(server.Sandbox);

        Assert.Equal(code, (await client.QueryAsync("monitoring", "2010-08-01", "DescribeAlarms", (parameter, value))).Code);
    }

    private Task<JsonNode> Ask(params string[] arguments) => server.Aws.AskAsync(Region, ["cloudwatch", "describe-alarms", .. arguments]);
}
