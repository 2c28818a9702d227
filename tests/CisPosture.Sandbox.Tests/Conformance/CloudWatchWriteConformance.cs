using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.CloudWatch;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class CloudWatchWriteConformance
{
    private const string Region = ScratchAccount.Region;
    private const string Arn = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:root";

    private static readonly string[] Root =
    [
        "cloudwatch", "put-metric-alarm", "--alarm-name", "root", "--namespace", "LogMetrics", "--metric-name", "Root", "--statistic", "Sum", "--period", "300",
        "--evaluation-periods", "1", "--threshold", "1", "--comparison-operator", "GreaterThanOrEqualToThreshold",
    ];

    [Fact]
    public async Task An_alarm_is_made_overwritten_tagged_silenced_and_deleted()
    {
        await using var account = await ScratchAccount.StartAsync();

        await account.Aws.DoAsync(Region, [.. Root, "--alarm-actions", "arn:aws:sns:us-east-1:111122223333:alarms", "--treat-missing-data", "notBreaching", "--alarm-description", "Root use", "--tags", "Key=CisPosture,Value=1", "--dimensions", "Name=Code,Value=x"]);
        var made = await OnlyAsync(account);
        account.Sandbox.Account.Change(_ => Alarm(account).StateValue = "OK");
        await account.Aws.DoAsync(Region, [.. Root, "--tags", "Key=Ignored,Value=1", "--datapoints-to-alarm", "1"]);
        await account.Aws.DoAsync(Region, "cloudwatch", "tag-resource", "--resource-arn", Arn, "--tags", "Key=Team,Value=security");
        await account.Aws.DoAsync(Region, "cloudwatch", "disable-alarm-actions", "--alarm-names", "root", "nobody");
        var changed = await OnlyAsync(account);
        await account.Aws.DoAsync(Region, "cloudwatch", "enable-alarm-actions", "--alarm-names", "root");
        Assert.True(Alarm(account).ActionsEnabled);
        await account.Aws.DoAsync(Region, "cloudwatch", "untag-resource", "--resource-arn", Arn, "--tag-keys", "CisPosture");
        var tags = (await account.Aws.AskAsync(Region, "cloudwatch", "list-tags-for-resource", "--resource-arn", Arn))["Tags"]!;
        await account.Aws.DoAsync(Region, "cloudwatch", "delete-alarms", "--alarm-names", "root");

        Assert.Equal(("Root use", "notBreaching", "INSUFFICIENT_DATA", "300"), (made.Text("AlarmDescription"), made.Text("TreatMissingData"), made.Text("StateValue"), made.Text("Period")));
        Assert.Equal("""["arn:aws:sns:us-east-1:111122223333:alarms"]""", made["AlarmActions"]!.ToJsonString());
        Assert.Equal("""[{"Name":"Code","Value":"x"}]""", made["Dimensions"]!.ToJsonString());
        Assert.Equal((null, "missing", "OK", "1"), (changed.Text("AlarmDescription"), changed.Text("TreatMissingData"), changed.Text("StateValue"), changed.Text("DatapointsToAlarm")));
        Assert.Empty(changed["AlarmActions"]!.AsArray());
        Assert.False(changed["ActionsEnabled"]!.GetValue<bool>());
        Assert.Equal(["Team"], tags.Each("Key"));
        Assert.Empty(account.Sandbox.Account.Regions[Region].MetricAlarms);
    }

    [Fact]
    public async Task An_alarm_on_an_expression_keeps_its_queries()
    {
        await using var account = await ScratchAccount.StartAsync();
        const string queries = """[{"Id":"e1","Expression":"m1*2","Label":"twice"},{"Id":"m1","MetricStat":{"Metric":{"Namespace":"LogMetrics","MetricName":"Root","Dimensions":[{"Name":"Code","Value":"x"}]},"Period":60,"Stat":"Sum"},"ReturnData":false}]""";

        await account.Aws.DoAsync(Region, "cloudwatch", "put-metric-alarm", "--alarm-name", "root", "--metrics", queries, "--evaluation-periods", "1", "--threshold", "2.5", "--comparison-operator", "GreaterThanThreshold");

        var told = (await OnlyAsync(account))["Metrics"]!;
        Assert.Equal(["m1*2", null], told.Each("Expression"));
        Assert.Equal("""{"Namespace":"LogMetrics","MetricName":"Root","Dimensions":[{"Name":"Code","Value":"x"}]}""", told[1]!["MetricStat"]!["Metric"]!.ToJsonString());
        Assert.Equal([true, false], told.AsArray().Select(query => query!["ReturnData"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task JSON_writes_the_same_alarm_as_a_form()
    {
        await using var account = await ScratchAccount.StartAsync();
        account.Sandbox.Account.Change(state => state.Regions[Region].MetricAlarms.Add(new MetricAlarm { Name = "other" }));

        var made = await account.Wire.JsonAsync("monitoring", "GraniteServiceVersion20100801.PutMetricAlarm", """
            {"AlarmName":"root","Namespace":"LogMetrics","MetricName":"Root","Statistic":"Sum","Period":300,"EvaluationPeriods":1,"Threshold":1.5,"ActionsEnabled":false,
             "ComparisonOperator":"GreaterThanOrEqualToThreshold","Tags":[{"Key":"CisPosture","Value":"1"}]}
            """);

        Assert.Equal("", made.Text);
        var alarm = account.Sandbox.Account.Regions[Region].MetricAlarms.Single(alarm => alarm.Name == "root");
        Assert.Equal((1.5, 300, false, "1"), (alarm.Threshold, alarm.Period, alarm.ActionsEnabled, alarm.Tags["CisPosture"]));
    }

    [Fact]
    public async Task An_alarm_that_a_composite_alarm_watches_cannot_be_deleted()
    {
        await using var account = await ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "metricAlarms": [ { "name": "root" }, { "name": "roo" } ], "compositeAlarms": [ { "name": "all", "alarmRule": "ALARM(\"root\")" } ] } } }""");

        var watched = await DeleteAsync(account, "root", "roo");
        var both = await DeleteAsync(account, "root", "all", "roo");

        Assert.Equal("ValidationError", watched.Code);
        Assert.Null(both.Code);
        Assert.Empty(account.Sandbox.Account.Regions[Region].MetricAlarms);
    }

    [Theory]
    [InlineData("ValidationError", "AlarmName", null)]
    [InlineData("ValidationError", "EvaluationPeriods", null)]
    [InlineData("ValidationError", "ComparisonOperator", "MoreThan")]
    [InlineData("ValidationError", "Period", "45")]
    [InlineData("ValidationError", "EvaluationPeriods", "289")]
    [InlineData("ValidationError", "DatapointsToAlarm", "2")]
    [InlineData("ValidationError", "MetricName", null)]
    [InlineData("ValidationError", "TreatMissingData", "panic")]
    [InlineData("ValidationError", "AlarmActions.member.1", "alarms")]
    [InlineData("ValidationError", "AlarmActions.member.1", "arn:aws:sns:eu-west-1:111122223333:alarms")]
    [InlineData("InvalidParameterCombination", "Statistic", null)]
    [InlineData("InvalidParameterCombination", "Threshold", null)]
    [InlineData("InvalidParameterCombination", "ExtendedStatistic", "p99")]
    [InlineData("InvalidParameterCombination", "ComparisonOperator", "GreaterThanUpperThreshold")]
    [InlineData("InvalidParameterValue", "Tags.member.1.Key", "aws:a")]
    public async Task What_makes_no_alarm_is_refused(string code, string parameter, string? value)
    {
        await using var account = await ScratchAccount.StartAsync();
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AlarmName"] = "root",
            ["Namespace"] = "LogMetrics",
            ["MetricName"] = "Root",
            ["Statistic"] = "Sum",
            ["Period"] = "300",
            ["EvaluationPeriods"] = "1",
            ["Threshold"] = "1",
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            [parameter] = value,
        };

        var answer = await account.Wire.QueryAsync("monitoring", "2010-08-01", "PutMetricAlarm", [.. parameters.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!))]);

        Assert.Equal(code, answer.Code);
        Assert.Empty(account.Sandbox.Account.Regions[Region].MetricAlarms);
    }

    [Fact]
    public async Task A_Region_has_at_most_five_thousand_alarms()
    {
        await using var account = await ScratchAccount.StartAsync();
        account.Sandbox.Account.Change(state => state.Regions[Region].MetricAlarms.AddRange(Enumerable.Range(0, 5000).Select(number => new MetricAlarm { Name = $"alarm-{number}" })));

        var answer = await account.Wire.QueryAsync("monitoring", "2010-08-01", "PutMetricAlarm", [.. Root[2..].Chunk(2).Select(pair => (Member(pair[0]), pair[1]))]);

        Assert.Equal("LimitExceeded", answer.Code);
    }

    [Fact]
    public async Task Tags_of_no_alarm_are_not_found()
    {
        await using var account = await ScratchAccount.StartAsync();

        Assert.Equal("ResourceNotFoundException", (await account.Wire.QueryAsync("monitoring", "2010-08-01", "ListTagsForResource", ("ResourceARN", Arn))).Code);
    }

    private static string Member(string option) => string.Concat(option[2..].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static Task<WireAnswer> DeleteAsync(ScratchAccount account, params string[] names) =>
        account.Wire.QueryAsync("monitoring", "2010-08-01", "DeleteAlarms", [.. names.Select((name, index) => ($"AlarmNames.member.{index + 1}", name))]);

    private static MetricAlarm Alarm(ScratchAccount account) => Assert.Single(account.Sandbox.Account.Regions[Region].MetricAlarms);

    private static async Task<JsonNode> OnlyAsync(ScratchAccount account) =>
        Assert.Single((await account.Aws.AskAsync(Region, "cloudwatch", "describe-alarms"))["MetricAlarms"]!.AsArray())!;
}
