using System.Net;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Requests_and_changes_at_the_same_time_do_not_disturb_each_other()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        var changes = Enumerable.Range(0, 200).Select(number => Task.Run(() => sandbox.Account.Change(account => account.Iam.Users.Add(new IamUser { Name = $"user-{number}" }))));
        var requests = Enumerable.Range(0, 100).Select(number => number % 2 == 0 ? client.IamAsync("ListUsers", ("MaxItems", "1000")) : client.IamAsync("GetAccountAuthorizationDetails"));
        var answers = Task.WhenAll(requests);
        await Task.WhenAll(changes);

        Assert.All(await answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(100, sandbox.Requests.Total);
        Assert.Empty(sandbox.Faults);
    }
}
