using System.Net;
using System.Text;
using CisPosture.Sandbox.PushBack;

namespace CisPosture.Sandbox.Tests.PushBack;

public sealed class ThrottleTests
{
    private readonly FixedTime _time = new();

    [Fact]
    public async Task A_burst_passes_and_then_as_much_as_was_refilled()
    {
        await using var sandbox = await StartAsync("2/s:3");

        var atFirst = await PassAsync(sandbox, 5);
        _time.Now += TimeSpan.FromSeconds(1);
        var aSecondLater = await PassAsync(sandbox, 3);
        _time.Now += TimeSpan.FromHours(1);
        var anHourLater = await PassAsync(sandbox, 4);

        Assert.Equal("+++--", atFirst);
        Assert.Equal("++-", aSecondLater);
        Assert.Equal("+++-", anHourLater);
        Assert.Equal((12, 4), (sandbox.Requests.Total, sandbox.Requests.Throttled));
    }

    [Fact]
    public async Task Each_service_and_Region_has_a_measure_of_its_own()
    {
        await using var sandbox = await StartAsync("1/s");
        using var client = Client(sandbox);
        using var away = new WireClient(sandbox) { Region = "eu-west-1", Now = _time.Now };

        Assert.Equal(HttpStatusCode.OK, (await client.Ec2Async("DescribeVpcs")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.SnsAsync("ListTopics")).Status);
        Assert.Equal(HttpStatusCode.OK, (await away.Ec2Async("DescribeVpcs")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.Ec2Async("DescribeSecurityGroups")).Status);
    }

    [Fact]
    public async Task A_rule_for_a_service_goes_before_the_rule_for_all()
    {
        await using var sandbox = await StartAsync("1/s", "ec2=2/s");
        using var client = Client(sandbox);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable],
            [(await client.Ec2Async("DescribeVpcs")).Status, (await client.Ec2Async("DescribeVpcs")).Status, (await client.Ec2Async("DescribeVpcs")).Status]);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest], [(await client.SnsAsync("ListTopics")).Status, (await client.SnsAsync("ListTopics")).Status]);
    }

    [Fact]
    public async Task A_rule_for_an_operation_counts_that_one_by_itself_and_EC2_names_it()
    {
        await using var sandbox = await StartAsync("ec2:DescribeVpcs=1/s", "ec2=2/s");
        using var client = Client(sandbox);

        await client.Ec2Async("DescribeVpcs");
        var operation = await client.Ec2Async("DescribeVpcs");
        HttpStatusCode[] others = [(await client.Ec2Async("DescribeSecurityGroups")).Status, (await client.Ec2Async("DescribeFlowLogs")).Status];
        var account = await client.Ec2Async("DescribeRegions");

        Assert.Equal("RequestLimitExceeded", operation.Code);
        Assert.Contains("has been throttled on ec2:DescribeVpcs", operation.Message, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], others);
        Assert.Equal("RequestLimitExceeded", account.Code);
        Assert.EndsWith("has been exceeded for your account.", account.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_signature_takes_nothing_from_the_measure()
    {
        await using var sandbox = await StartAsync("1/s");
        using var stranger = new WireClient(sandbox) { AccessKeyId = "stranger", Now = _time.Now };
        using var client = Client(sandbox);

        await stranger.Ec2Async("DescribeVpcs");

        Assert.Equal(HttpStatusCode.OK, (await client.Ec2Async("DescribeVpcs")).Status);
    }

    [Fact]
    public async Task Query_services_say_Throttling()
    {
        await using var sandbox = await StartAsync("0.5/s");
        using var client = Client(sandbox);
        string[] versions = ["iam 2010-05-08 ListUsers", "sts 2011-06-15 GetCallerIdentity", "sns 2010-03-31 ListTopics", "monitoring 2010-08-01 DescribeAlarms"];

        foreach (var service in versions.Select(text => text.Split(' ')))
        {
            await client.QueryAsync(service[0], service[1], service[2]);
            var answer = await client.QueryAsync(service[0], service[1], service[2]);

            Assert.Equal((HttpStatusCode.BadRequest, "Throttling", "Rate exceeded"), (answer.Status, answer.Code, answer.Message));
        }
    }

    [Theory]
    [InlineData("kms", "TrentService.ListKeys")]
    [InlineData("logs", "Logs_20140328.DescribeLogGroups")]
    [InlineData("config", "StarlingDoveService.DescribeDeliveryChannels")]
    [InlineData("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails")]
    public async Task JSON_services_say_ThrottlingException(string service, string target)
    {
        await using var sandbox = await StartAsync("1/s");
        using var client = Client(sandbox);

        await client.JsonAsync(service, target, "{}");
        var answer = await client.JsonAsync(service, target, "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "ThrottlingException"), (answer.Status, answer.Json["__type"]!.ToString()));
    }

    [Fact]
    public async Task EC2_says_RequestLimitExceeded_and_S3_SlowDown()
    {
        await using var sandbox = await StartAsync("1/s");
        using var client = Client(sandbox);

        await client.Ec2Async("DescribeVpcs");
        await client.S3Async("/");
        var ec2 = await client.Ec2Async("DescribeVpcs");
        var s3 = await client.S3Async("/");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded"), (ec2.Status, ec2.Code));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "SlowDown"), (s3.Status, s3.Code));
    }

    [Theory]
    [InlineData("5/s", null, 5.0, 5)]
    [InlineData("0.5/s", null, 0.5, 1)]
    [InlineData("logs=2/s", "logs", 2.0, 2)]
    [InlineData("iam=10/s:20", "iam", 10.0, 20)]
    public void A_rule_names_a_service_a_rate_and_a_burst(string text, string? service, double rate, int burst) =>
        Assert.Equal(new ThrottleRule(service, rate, burst), ThrottleRule.Parse(text));

    [Fact]
    public void A_rule_may_name_an_operation() =>
        Assert.Equal(new ThrottleRule("logs", 5, 10) { Operation = "PutMetricFilter" }, ThrottleRule.Parse("logs:PutMetricFilter=5/s:10"));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("/s")]
    [InlineData("0/s")]
    [InlineData("-1/s")]
    [InlineData("1e3/s")]
    [InlineData("5/m")]
    [InlineData("=5/s")]
    [InlineData("logs:=5/s")]
    [InlineData(":PutMetricFilter=5/s")]
    [InlineData("5/s:0")]
    [InlineData("5/s:many")]
    [InlineData("NaN/s")]
    public void What_is_no_rule_is_named(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => ThrottleRule.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_does_not_exist_is_refused_with_those_that_do()
    {
        var exception = await Assert.ThrowsAsync<SandboxOptionException>(() => StartAsync("lambda=1/s"));

        Assert.Contains("'lambda'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("cloudtrail, cloudwatch", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_does_not_exist_is_refused_with_those_that_do()
    {
        var exception = await Assert.ThrowsAsync<SandboxOptionException>(() => StartAsync("logs:PutEverything=1/s"));

        Assert.Contains("'PutEverything'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("DescribeMetricFilters", exception.Message, StringComparison.Ordinal);
    }

    private Task<SandboxServer> StartAsync(params string[] rules) =>
        SandboxServer.StartAsync(new SandboxOptions { Throttle = [.. rules.Select(ThrottleRule.Parse)], Time = _time }, TestContext.Current.CancellationToken);

    /// <summary>What becomes of requests: + for each that passes.</summary>
    private async Task<string> PassAsync(SandboxServer sandbox, int requests)
    {
        using var client = Client(sandbox);
        var passed = new StringBuilder();
        for (var sent = 0; sent < requests; sent++) passed.Append((await client.IamAsync("ListUsers")).Status == HttpStatusCode.OK ? '+' : '-');
        return passed.ToString();
    }

    private WireClient Client(SandboxServer sandbox) => new(sandbox) { Now = _time.Now };
}
