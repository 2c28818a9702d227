using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests;

public sealed class RequestCountTests
{
    [Fact]
    public async Task Requests_are_counted_by_operation_and_Region_granted_or_not()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Deny = ["ec2:*"] }, TestContext.Current.CancellationToken);
        using var home = new WireClient(sandbox);
        using var away = new WireClient(sandbox) { Region = "eu-west-1" };

        await home.IamAsync("ListUsers");
        await home.IamAsync("ListUsers");
        await home.Ec2Async("DescribeVpcs");
        await away.Ec2Async("DescribeVpcs");

        Assert.Equal(4, sandbox.Requests.Total);
        Assert.Equal(2, sandbox.Requests.Of("iam:ListUsers"));
        Assert.Equal(0, sandbox.Requests.Of("iam:GetGroup"));
        Assert.Equal(1, sandbox.Requests.ByRegion["eu-west-1"]["ec2:DescribeVpcs"]);
        sandbox.Requests.Reset();
        Assert.Equal(0, sandbox.Requests.Total);
    }

    [Fact]
    public async Task Requests_that_change_the_account_are_told_from_those_that_read_it_granted_or_not()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Deny = ["iam:DeleteAccountPasswordPolicy"] }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        await client.IamAsync("ListUsers");
        await client.IamAsync("GenerateCredentialReport");
        await client.IamAsync("UpdateAccountPasswordPolicy");
        await client.IamAsync("DeleteAccountPasswordPolicy");
        await client.IamAsync("UpdateAccountPasswordPolicy", ("MinimumPasswordLength", "1"));

        Assert.Equal(3, sandbox.Requests.Writes);
        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["iam:DeleteAccountPasswordPolicy"] = 1, ["iam:UpdateAccountPasswordPolicy"] = 2 }, sandbox.Requests.WritesByOperation);
        sandbox.Requests.Reset();
        Assert.Equal(0, sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Counts_can_be_read_and_reset_over_HTTP_without_a_signature()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);
        using var http = new HttpClient { BaseAddress = sandbox.Endpoint };
        await client.IamAsync("ListUsers");

        var counts = await http.GetFromJsonAsync<JsonObject>("/_sandbox/requests", TestContext.Current.CancellationToken);
        using var reset = await http.DeleteAsync(new Uri("/_sandbox/requests", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(1, counts!["byOperation"]!["iam:ListUsers"]!.GetValue<int>());
        Assert.Equal(1, counts["byRegion"]!["us-east-1"]!["iam:ListUsers"]!.GetValue<int>());
        Assert.Equal(0, counts["writes"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(0, sandbox.Requests.Total);
        using var unknown = await http.GetAsync(new Uri("/_sandbox/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Latency_holds_every_answer_back()
    {
        var latency = TimeSpan.FromMilliseconds(60);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Latency = latency }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        var watch = Stopwatch.StartNew();
        await client.IamAsync("ListUsers");

        // Timers may fire a little early.
        Assert.True(watch.Elapsed > latency - TimeSpan.FromMilliseconds(10), $"The answer came after {watch.ElapsedMilliseconds} ms.");
    }
}
