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
        Assert.Contains(option == "--colour" ? option : option == "--account" ? value : option, line, StringComparison.Ordinal);
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
