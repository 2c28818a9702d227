using Amazon.CloudWatchLogs.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.CloudWatchLogs;

public sealed class LogGroupWriteTests
{
    private const string Region = "eu-west-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_group_is_made_kept_for_a_time_tagged_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var logs = sandbox.Clients.CloudWatchLogs(Region);

        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "cis/trail", Tags = new() { ["CisPosture"] = "1" } }, Token);
        await logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = "cis/trail", RetentionInDays = 365 }, Token);
        var group = Assert.Single((await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "cis/trail" }, Token)).LogGroups!);
        await logs.TagResourceAsync(new TagResourceRequest { ResourceArn = group.LogGroupArn, Tags = new() { ["Team"] = "security" } }, Token);
        await logs.UntagResourceAsync(new UntagResourceRequest { ResourceArn = group.LogGroupArn, TagKeys = ["CisPosture"] }, Token);
        var tags = (await logs.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = group.LogGroupArn }, Token)).Tags!;
        await logs.DeleteRetentionPolicyAsync(new DeleteRetentionPolicyRequest { LogGroupName = "cis/trail" }, Token);
        var forever = Assert.Single((await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "cis/trail" }, Token)).LogGroups!);
        await logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "cis/trail" }, Token);

        Assert.Equal((365, null), (group.RetentionInDays, forever.RetentionInDays));
        Assert.Equal("security", Assert.Single(tags).Value);
        Assert.Equal("ResourceNotFoundException", await SandboxClients.ErrorAsync(() => logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "cis/trail" }, Token)));
    }

    [Fact]
    public async Task A_metric_filter_is_written_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var logs = sandbox.Clients.CloudWatchLogs(Region);
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "trail" }, Token);

        await logs.PutMetricFilterAsync(Filter("root", "{ $.a = \"<ü>\" }"), Token);
        var filter = Assert.Single((await logs.DescribeMetricFiltersAsync(new DescribeMetricFiltersRequest { LogGroupName = "trail", FilterNamePrefix = "ro" }, Token)).MetricFilters!);
        await logs.DeleteMetricFilterAsync(new DeleteMetricFilterRequest { LogGroupName = "trail", FilterName = "root" }, Token);

        Assert.Equal("{ $.a = \"<ü>\" }", filter.FilterPattern);
        Assert.Equal(("Root", "LogMetrics", "1", 0d), (filter.MetricTransformations![0].MetricName, filter.MetricTransformations[0].MetricNamespace, filter.MetricTransformations[0].MetricValue, filter.MetricTransformations[0].DefaultValue));
        Assert.Equal("InvalidParameterException", await SandboxClients.ErrorAsync(() => logs.PutMetricFilterAsync(Filter("root", "{ $.a = "), Token)));
        Assert.Empty((await logs.DescribeMetricFiltersAsync(new DescribeMetricFiltersRequest { LogGroupName = "trail" }, Token)).MetricFilters!);
    }

    [Fact]
    public async Task The_source_document_s_patterns_are_accepted_as_they_stand()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var logs = sandbox.Clients.CloudWatchLogs(Region);
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "trail" }, Token);
        var patterns = BenchmarkCatalogue.Current.Controls.Where(control => control.FilterPattern is not null).ToDictionary(control => control.Id, control => control.FilterPattern!);

        foreach (var (id, pattern) in patterns) await logs.PutMetricFilterAsync(Filter(id, pattern), Token);

        var stored = (await logs.DescribeMetricFiltersAsync(new DescribeMetricFiltersRequest { LogGroupName = "trail" }, Token)).MetricFilters!;
        Assert.Equal(15, stored.Count);
        Assert.All(stored, filter => Assert.Equal(patterns[filter.FilterName!], filter.FilterPattern));
    }

    private static PutMetricFilterRequest Filter(string name, string pattern) => new()
    {
        LogGroupName = "trail",
        FilterName = name,
        FilterPattern = pattern,
        MetricTransformations = [new() { MetricName = "Root", MetricNamespace = "LogMetrics", MetricValue = "1", DefaultValue = 0 }],
    };
}
