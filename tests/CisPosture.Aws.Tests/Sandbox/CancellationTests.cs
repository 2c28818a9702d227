using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Sandbox;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_stopped_scan_ends_the_requests_under_way_and_sends_no_more()
    {
        // The answers are held back, so that requests are under way when the stop comes.
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary", Latency = TimeSpan.FromMilliseconds(300) }, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        using var network = new StoppingNetwork(requestsBeforeStop: 20, stop);
        var surroundings = new TestSurroundings { Network = network }.ToSurroundings();
        var request = new ConnectionRequest { AccessKey = "test", SecretKey = "test", EndpointUrl = server.Endpoint.ToString() };
        using var session = await new AccountGateway(surroundings).ConnectAsync(request, new RecordingLog(), TestContext.Current.CancellationToken);

        var collection = session.Collect(new CollectionRequest { Kinds = EvidenceKind.All }, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collection.WhenCompleteAsync());

        Assert.Equal((0, 0), (network.UnderWay, network.SentAfterStop));
        Assert.True(collection.Progress.Completed < collection.Progress.Total, "The scan was over before it was stopped.");
    }
}
