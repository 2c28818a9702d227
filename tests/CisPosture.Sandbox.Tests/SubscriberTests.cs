using System.Net;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests;

public sealed class SubscriberTests
{
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:alarms";

    [Fact]
    public async Task A_receiver_can_agree_by_HTTP_without_a_signature()
    {
        await using var sandbox = await StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Endpoint };

        using var agreed = await http.PostAsync(new Uri("/_sandbox/confirm?endpoint=a%2Bb@example.com", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        using var again = await http.PostAsync(new Uri("/_sandbox/confirm?endpoint=a%2Bb@example.com", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        using var asked = await http.GetAsync(new Uri("/_sandbox/confirm?endpoint=c@example.com", UriKind.Relative), TestContext.Current.CancellationToken);

        var topics = JsonNode.Parse(await agreed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["confirmed"]!.AsArray();
        Assert.Equal([Topic], topics.Select(topic => topic!.ToString()));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed], new[] { again.StatusCode, asked.StatusCode });
        Assert.Equal([true, false], sandbox.Account.Regions["us-east-1"].Topics[0].Subscriptions.Select(subscription => subscription.IsConfirmed));
    }

    [Fact]
    public async Task A_receiver_in_the_same_process_agrees_everywhere_at_once()
    {
        await using var sandbox = await StartAsync();

        Assert.Equal([Topic], sandbox.Account.ConfirmSubscriptions("c@example.com"));
        Assert.Empty(sandbox.Account.ConfirmSubscriptions("c@example.com"));
    }

    private static async Task<SandboxServer> StartAsync()
    {
        await using var file = await AccountFileOnDisk.WriteAsync("""
            { "regions": { "us-east-1": { "topics": [ { "name": "alarms", "subscriptions": [
                { "protocol": "email", "endpoint": "a+b@example.com", "isConfirmed": false }, { "protocol": "email", "endpoint": "c@example.com", "isConfirmed": false } ] } ] } } }
            """);
        return await SandboxServer.StartAsync(new SandboxOptions { Account = file.Path }, TestContext.Current.CancellationToken);
    }
}
