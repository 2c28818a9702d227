using CisPosture.Sandbox.State.Logs;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class LogsConformance(LoggingServer server)
{
    private const string Region = "us-east-1";

    private List<LogGroup> Groups => server.Sandbox.Account.Regions[Region].LogGroups;

    [Fact]
    public async Task DescribeLogGroups_tells_every_group_in_order_of_name()
    {
        var groups = (await server.Aws.AskAsync(Region, "logs", "describe-log-groups"))["logGroups"]!.AsArray();

        Assert.Equal(
            Groups.OrderBy(group => group.Name, StringComparer.Ordinal).Select(group => (group.Name, group.RetentionInDays?.ToString(), group.KmsKeyId, $"{group.MetricFilters.Count}", $"{group.CreationTime.ToUnixTimeMilliseconds()}")),
            groups.Select(group => (group!.Text("logGroupName")!, group!.Text("retentionInDays"), group!.Text("kmsKeyId"), group!.Text("metricFilterCount")!, group!.Text("creationTime")!)));
        Assert.Equal("arn:aws:logs:us-east-1:111122223333:log-group:a:*", groups[0]!.Text("arn"));
    }

    [Fact]
    public async Task DescribeMetricFilters_tells_every_filter_of_every_group()
    {
        var filters = (await server.Aws.AskAsync(Region, "logs", "describe-metric-filters"))["metricFilters"]!.AsArray();

        Assert.Equal([("denied", "b", "?\"ü\""), ("root", "a", ""), ("root", "b", "{ $.userIdentity.type = \"Root\" }")], filters.Select(filter => (filter!.Text("filterName")!, filter!.Text("logGroupName")!, filter!.Text("filterPattern")!)));
        Assert.Equal("""[{"metricName":"Denied","metricNamespace":"Cis","metricValue":"1","dimensions":{"Code":"$.errorCode"}}]""", filters[0]!["metricTransformations"]!.ToJsonString());
        var root = filters[2]!["metricTransformations"]![0]!;
        Assert.Equal(("Root", "Cis", "2", 0d), (root.Text("metricName"), root.Text("metricNamespace"), root.Text("metricValue"), root["defaultValue"]!.GetValue<double>()));
    }

    [Theory]
    [InlineData("""{"logGroupName":"a"}""", "a")]
    [InlineData("""{"logGroupName":"c"}""", "")]
    [InlineData("""{"filterNamePrefix":"den"}""", "b")]
    [InlineData("""{"metricName":"Root","metricNamespace":"Other"}""", "a")]
    public async Task Metric_filters_can_be_narrowed(string input, string groups) =>
        Assert.Equal(groups, string.Join(',', (await Wire("DescribeMetricFilters", input)).Json["metricFilters"].Each("logGroupName")));

    [Theory]
    [InlineData("DescribeMetricFilters", """{"logGroupName":"nobody"}""", "ResourceNotFoundException")]
    [InlineData("DescribeMetricFilters", """{"metricName":"Root"}""", "InvalidParameterException")]
    [InlineData("DescribeMetricFilters", """{"nextToken":"made up"}""", "InvalidParameterException")]
    [InlineData("DescribeLogGroups", """{"limit":51}""", "InvalidParameterException")]
    public async Task Errors_are_those_of_CloudWatch_Logs(string operation, string input, string code) =>
        Assert.Equal(code, (await Wire(operation, input)).Json["__type"]!.ToString());

    private async Task<WireAnswer> Wire(string operation, string input)
    {
        using var client = new WireClient(server.Sandbox);
        return await client.JsonAsync("logs", $"Logs_20140328.{operation}", input);
    }
}
