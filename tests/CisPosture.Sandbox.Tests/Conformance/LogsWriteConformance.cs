using CisPosture.Sandbox.State.Logs;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class LogsWriteConformance
{
    private const string Region = ScratchAccount.Region;
    private const string Arn = "arn:aws:logs:us-east-1:111122223333:log-group:trail";
    private const string Transformation = """{"metricName":"Root","metricNamespace":"LogMetrics","metricValue":"1"}""";

    [Fact]
    public async Task A_log_group_is_made_kept_for_a_time_tagged_and_deleted()
    {
        await using var account = await ScratchAccount.StartAsync();

        await account.Aws.DoAsync(Region, "logs", "create-log-group", "--log-group-name", "trail", "--tags", "CisPosture=1");
        await account.Aws.DoAsync(Region, "logs", "put-retention-policy", "--log-group-name", "trail", "--retention-in-days", "365");
        await account.Aws.DoAsync(Region, "logs", "tag-resource", "--resource-arn", Arn, "--tags", "Team=security");
        await account.Aws.DoAsync(Region, "logs", "untag-resource", "--resource-arn", Arn, "--tag-keys", "CisPosture");
        var group = (await account.Aws.AskAsync(Region, "logs", "describe-log-groups", "--log-group-name-prefix", "trail"))["logGroups"]![0]!;
        var tags = await account.Aws.AskAsync(Region, "logs", "list-tags-for-resource", "--resource-arn", Arn);
        await account.Aws.DoAsync(Region, "logs", "delete-retention-policy", "--log-group-name", "trail");
        Assert.Null(account.Sandbox.Account.Regions[Region].LogGroups[0].RetentionInDays);
        await account.Aws.DoAsync(Region, "logs", "delete-log-group", "--log-group-name", "trail");

        Assert.Equal(("trail", "365", $"{Arn}:*"), (group.Text("logGroupName"), group.Text("retentionInDays"), group.Text("arn")));
        Assert.Equal("""{"tags":{"Team":"security"}}""", tags.ToJsonString());
        Assert.Empty(account.Sandbox.Account.Regions[Region].LogGroups);
    }

    [Fact]
    public async Task A_metric_filter_is_written_overwritten_and_deleted()
    {
        await using var account = await WithGroupAsync();

        await account.Aws.DoAsync(Region, "logs", "put-metric-filter", "--log-group-name", "trail", "--filter-name", "root", "--filter-pattern", "{ $.userIdentity.type = \"Root\" }", "--metric-transformations", Transformation);
        await account.Aws.DoAsync(Region, "logs", "put-metric-filter", "--log-group-name", "trail", "--filter-name", "root", "--filter-pattern", "", "--metric-transformations", "metricName=Use,metricNamespace=Cis,metricValue=$.size,unit=Bytes,dimensions={Code=$.errorCode}");
        var filter = Assert.Single((await account.Aws.AskAsync(Region, "logs", "describe-metric-filters", "--log-group-name", "trail"))["metricFilters"]!.AsArray())!;
        await account.Aws.DoAsync(Region, "logs", "delete-metric-filter", "--log-group-name", "trail", "--filter-name", "root");

        Assert.Equal("", filter.Text("filterPattern"));
        Assert.Equal("""[{"metricName":"Use","metricNamespace":"Cis","metricValue":"$.size","dimensions":{"Code":"$.errorCode"},"unit":"Bytes"}]""", Sorted(filter["metricTransformations"]!));
        Assert.Empty(Group(account).MetricFilters);
    }

    [Fact]
    public async Task A_group_has_at_most_a_hundred_filters_but_those_it_has_can_be_overwritten()
    {
        await using var account = await WithGroupAsync();
        account.Sandbox.Account.Change(_ =>
        {
            for (var number = 0; number < 100; number++) Group(account).MetricFilters.Add(new MetricFilter { Name = $"filter-{number}", Pattern = "" });
        });

        var more = await PutFilterAsync(account, "one-more", "");
        var same = await PutFilterAsync(account, "filter-99", "error");

        Assert.Equal("LimitExceededException", more.Json["__type"]!.ToString());
        Assert.Equal("", same.Text);
        Assert.Equal("error", Group(account).MetricFilters[^1].Pattern);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ERROR")]
    [InlineData("?ERROR ?\"two words\"")]
    [InlineData("[ip, user, status = 4*]")]
    [InlineData("{ $.eventName = ConsoleLogin }")]
    [InlineData("{($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")}")]
    [InlineData("{$.userIdentity.type=\"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !=\"AwsServiceEvent\"}")]
    [InlineData("{ $.items[0].count >= 1.5 && ($.a IS NULL || $.b-c IS TRUE || $.d IS FALSE) }")]
    [InlineData("{ $.user = %^a.*\\d$% }")]
    [InlineData("{ $.text = \"a \\\" quote\" }")]
    public async Task Patterns_of_every_kind_are_taken(string pattern)
    {
        await using var account = await WithGroupAsync();

        Assert.Equal("", (await PutFilterAsync(account, "filter", pattern)).Text);
    }

    [Theory]
    [InlineData("{ $.eventName = ConsoleLogin")]
    [InlineData("{ }")]
    [InlineData("{ eventName = ConsoleLogin }")]
    [InlineData("{ $.eventName == ConsoleLogin }")]
    [InlineData("{ $.eventName = }")]
    [InlineData("{ ($.eventName = A }")]
    [InlineData("{ $.eventName = A && }")]
    [InlineData("{ $.eventName = A || || $.eventName = B }")]
    [InlineData("{ $.eventName = A $.eventName = B }")]
    [InlineData("{ $.count > many }")]
    [InlineData("{ $.a EXISTS }")]
    [InlineData("{ $.a NOT NULL }")]
    [InlineData("{ $.text = \"open }")]
    [InlineData("{ $.items[x] = 1 }")]
    [InlineData("{ $ = 1 }")]
    [InlineData("[ip, user")]
    [InlineData("[]")]
    [InlineData("\"open")]
    public async Task A_broken_pattern_is_refused(string pattern)
    {
        await using var account = await WithGroupAsync();

        Assert.Equal("InvalidParameterException", (await PutFilterAsync(account, "filter", pattern)).Json["__type"]!.ToString());
        Assert.Empty(Group(account).MetricFilters);
    }

    [Theory]
    [InlineData("CreateLogGroup", """{"logGroupName":"trail"}""", "ResourceAlreadyExistsException")]
    [InlineData("CreateLogGroup", """{"logGroupName":"no spaces"}""", "InvalidParameterException")]
    [InlineData("CreateLogGroup", """{"logGroupName":"new","kmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/nobody"}""", "InvalidParameterException")]
    [InlineData("CreateLogGroup", """{"logGroupName":"new","tags":{"aws:a":"b"}}""", "InvalidParameterException")]
    [InlineData("DeleteLogGroup", """{"logGroupName":"nobody"}""", "ResourceNotFoundException")]
    [InlineData("PutRetentionPolicy", """{"logGroupName":"trail","retentionInDays":100}""", "InvalidParameterException")]
    [InlineData("PutRetentionPolicy", """{"logGroupName":"nobody","retentionInDays":90}""", "ResourceNotFoundException")]
    [InlineData("PutMetricFilter", """{"logGroupName":"nobody","filterName":"a","filterPattern":"","metricTransformations":[{"metricName":"A","metricNamespace":"B","metricValue":"1"}]}""", "ResourceNotFoundException")]
    [InlineData("PutMetricFilter", """{"logGroupName":"trail","filterName":"a:b","filterPattern":"","metricTransformations":[{"metricName":"A","metricNamespace":"B","metricValue":"1"}]}""", "InvalidParameterException")]
    [InlineData("PutMetricFilter", """{"logGroupName":"trail","filterName":"a","filterPattern":"","metricTransformations":[]}""", "InvalidParameterException")]
    [InlineData("PutMetricFilter", """{"logGroupName":"trail","filterName":"a","filterPattern":"","metricTransformations":[{"metricName":"A","metricNamespace":"B","metricValue":"one"}]}""", "InvalidParameterException")]
    [InlineData("PutMetricFilter", """{"logGroupName":"trail","filterName":"a","filterPattern":"","metricTransformations":[{"metricName":"A","metricNamespace":"B","metricValue":"1","defaultValue":0,"dimensions":{"a":"$.a"}}]}""", "InvalidParameterException")]
    [InlineData("DeleteMetricFilter", """{"logGroupName":"trail","filterName":"nobody"}""", "ResourceNotFoundException")]
    [InlineData("ListTagsForResource", """{"resourceArn":"arn:aws:logs:us-east-1:111122223333:log-group:trail:*"}""", "ResourceNotFoundException")]
    [InlineData("DescribeLogGroups", """{"logGroupNamePrefix":"a","logGroupNamePattern":"b"}""", "InvalidParameterException")]
    public async Task Errors_are_those_of_CloudWatch_Logs_and_change_nothing(string operation, string input, string code)
    {
        await using var account = await WithGroupAsync();
        var before = account.Sandbox.Account.Export();

        var answer = await account.Wire.JsonAsync("logs", $"Logs_20140328.{operation}", input);

        Assert.Equal(code, answer.Json["__type"]!.ToString());
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    private static Task<ScratchAccount> WithGroupAsync() => ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "logGroups": [ { "name": "trail" } ] } } }""");

    private static LogGroup Group(ScratchAccount account) => account.Sandbox.Account.Regions[Region].LogGroups[0];

    private static Task<WireAnswer> PutFilterAsync(ScratchAccount account, string name, string pattern) => account.Wire.JsonAsync(
        "logs",
        "Logs_20140328.PutMetricFilter",
        $$"""{"logGroupName":"trail","filterName":"{{name}}","filterPattern":{{System.Text.Json.JsonSerializer.Serialize(pattern)}},"metricTransformations":[{{Transformation}}]}""");

    /// <summary>The CLI prints members in the order of its model, which changes with its age.</summary>
    private static string Sorted(System.Text.Json.Nodes.JsonNode transformations) =>
        $"[{{{string.Join(',', transformations[0]!.AsObject().OrderBy(member => Array.IndexOf(["metricName", "metricNamespace", "metricValue", "dimensions", "unit"], member.Key)).Select(member => $"\"{member.Key}\":{member.Value!.ToJsonString()}"))}}}]";
}
