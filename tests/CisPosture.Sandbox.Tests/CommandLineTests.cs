namespace CisPosture.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--members", "-1")]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--page-size", "0")]
    [InlineData("--latency", "soon")]
    [InlineData("--latency", "-1s")]
    [InlineData("--role-propagation", "later")]
    [InlineData("--deny", "GetCredentialReport")]
    [InlineData("--allow-only", "no-such-policy.json")]
    [InlineData("--throttle", "5")]
    [InlineData("--throttle", "lambda=5/s")]
    [InlineData("--region-off", "us-east-1")]
    [InlineData("--region-off", "Bahrain")]
    [InlineData("--deny-scp", "everywhere")]
    [InlineData("--unreachable", "sa-east")]
    [InlineData("--cut", "all")]
    [InlineData("--cut", "100%")]
    [InlineData("--cut-every", "1")]
    [InlineData("--users", "-1")]
    [InlineData("--regions", "99")]
    [InlineData("--colour", "red")]
    [InlineData("--account", "no-such-account")]
    [InlineData("--account", "no-such-file.json")]
    public async Task A_wrong_argument_gives_one_line_and_code_2(string option, string value)
    {
        using var error = new StringWriter();

        var code = await new CommandLine(TextWriter.Null, error).RunAsync([option, value], TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        var line = Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(line.Contains(option, StringComparison.Ordinal) || line.Contains(value, StringComparison.Ordinal), $"Neither {option} nor {value} is named: {line}");
    }

    [Fact]
    public async Task Two_ways_to_say_how_much_is_cut_are_one_too_many()
    {
        using var error = new StringWriter();

        Assert.Equal(2, await new CommandLine(TextWriter.Null, error).RunAsync(["--cut", "5%", "--cut-every", "10"], TestContext.Current.CancellationToken));
        Assert.Contains("--cut-every", Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_way_of_pushing_back_can_be_asked_for_at_once()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new FirstLine();
        using var error = new StringWriter();
        await using var policy = await AccountFileOnDisk.WriteAsync("""{ "Statement": { "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" } }""");
        string[] arguments =
        [
            "--account", "exemplary", "--port", "0", "--throttle", "5/s", "--throttle", "logs=2/s", "--region-off", "me-south-1", "--region-off", "eu-west-1", "--deny-scp", "ap-east-1",
            "--unreachable", "sa-east-1", "--cut-every", "50", "--allow-only", policy.Path,
        ];

        var running = new CommandLine(output, error).RunAsync(arguments, stop.Token);

        Assert.Contains("(exemplary)", await output.Line.WaitAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal((0, ""), (await running, error.ToString()));
    }

    [Fact]
    public async Task A_port_in_use_gives_one_line_and_code_2()
    {
        await using var holder = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var error = new StringWriter();

        var code = await new CommandLine(TextWriter.Null, error).RunAsync(["--port", $"{holder.Endpoint.Port}"], TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Contains($"{holder.Endpoint.Port}", Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_listens_serves_until_it_is_stopped_and_ends_with_code_0()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new FirstLine();
        var running = new CommandLine(output, TextWriter.Null).RunAsync(["--account", "exemplary", "--port", "0", "--deny", "iam:Get*", "--deny", "ec2:*", "--latency", "1ms", "--page-size", "5"], stop.Token);

        var line = await output.Line.WaitAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        var endpoint = line.Split(' ', ',').Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        var counts = await http.GetStringAsync(new Uri($"{endpoint}/_sandbox/requests"), TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        Assert.Contains("(exemplary)", line, StringComparison.Ordinal);
        Assert.Contains("\"total\":0", counts, StringComparison.Ordinal);
        Assert.Equal(0, await running);
    }
}
