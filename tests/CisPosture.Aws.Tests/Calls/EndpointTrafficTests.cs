using CisPosture.Aws.Calls;
using Microsoft.Extensions.Time.Testing;

namespace CisPosture.Aws.Tests.Calls;

public sealed class EndpointTrafficTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly EndpointTraffic _trails;
    private int _sent;

    public EndpointTrafficTests() => _trails = new EndpointTraffic("cloudtrail", _time);

    public void Dispose() => _trails.Dispose();

    [Fact]
    public async Task Requests_beyond_a_service_s_limit_wait_for_their_turn()
    {
        var requests = Enumerable.Range(0, 12).Select(_ => SendAsync(Answer)).ToList();
        Assert.Equal(10, _sent);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        await requests[10];
        Assert.Equal(11, _sent);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(requests);
        Assert.Equal(12, _sent);
    }

    [Fact]
    public async Task A_wait_for_a_turn_ends_with_the_scan()
    {
        using var stop = new CancellationTokenSource();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(Answer)));
        var waiting = _trails.SendAsync(Answer, Unanswered, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(10, _sent);
    }

    [Fact]
    public async Task Nobody_sends_to_an_endpoint_that_was_given_up_until_a_minute_has_passed()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Assert.ThrowsAsync<IOException>(() => SendAsync(Cut));
        }

        await Assert.ThrowsAsync<EndpointDownException>(() => SendAsync(Cut));
        await Assert.ThrowsAsync<EndpointDownException>(() => SendAsync(Answer));
        Assert.Equal(4, _sent);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(5, await SendAsync(Answer));
        Assert.Equal(6, await SendAsync(Answer));
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_no_failure_of_the_network()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => _trails.SendAsync<int>(() => throw new InvalidOperationException("denied"), _ => false, TestContext.Current.CancellationToken));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, await SendAsync(Answer));
    }

    [Fact]
    public async Task A_throttled_service_is_asked_slower_from_then_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _trails.SendAsync<int>(() => throw new InvalidOperationException("slow down"), _ => true, TestContext.Current.CancellationToken));

        var waiting = SendAsync(Answer);
        Assert.Equal(0, _sent);

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task What_a_stopped_scan_tears_down_says_nothing_of_the_endpoint()
    {
        using var stop = new CancellationTokenSource();
        var stopped = new TaskCompletionSource<int>();
        var requests = Enumerable.Range(0, 5).Select(_ => _trails.SendAsync(() => stopped.Task, Unanswered, stop.Token)).ToList();
        await stop.CancelAsync();
        stopped.SetException(new IOException("The connection was closed."));
        foreach (var request in requests)
        {
            await Assert.ThrowsAsync<IOException>(() => request);
        }

        Assert.Equal(1, await SendAsync(Answer));
    }

    private static bool? Unanswered(Exception failure) => null;

    private Task<int> SendAsync(Func<Task<int>> send) => _trails.SendAsync(send, Unanswered, TestContext.Current.CancellationToken);

    private Task<int> Answer() => Task.FromResult(Interlocked.Increment(ref _sent));

    private Task<int> Cut()
    {
        Interlocked.Increment(ref _sent);
        throw new IOException("The response ended prematurely.");
    }
}
