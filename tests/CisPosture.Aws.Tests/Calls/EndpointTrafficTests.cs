using CisPosture.Aws.Calls;
using Microsoft.Extensions.Time.Testing;

namespace CisPosture.Aws.Tests.Calls;

public sealed class EndpointTrafficTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly EndpointTraffic _trails;
    private readonly EndpointTraffic _network;
    private int _sent;

    public EndpointTrafficTests() => (_trails, _network) = (new EndpointTraffic("cloudtrail", _time), new EndpointTraffic("ec2", _time));

    public void Dispose()
    {
        _trails.Dispose();
        _network.Dispose();
    }

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
    public async Task Operations_that_share_a_limit_wait_for_one_another_and_others_do_not()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(Answer)));

        var status = _trails.SendAsync("GetTrailStatus", Answer, Unanswered, TestContext.Current.CancellationToken);
        var stop = _trails.SendAsync("StopLogging", Answer, Unanswered, TestContext.Current.CancellationToken);

        Assert.False(status.IsCompleted, "GetTrailStatus shares CloudTrail's ten reads a second with DescribeTrails.");
        Assert.Equal(11, await stop);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(12, await status);
    }

    [Fact]
    public async Task A_refusal_for_an_operation_slows_down_that_one_only()
    {
        await RefuseAsync("DescribeVpcs", AttemptOutcome.TooFast);

        var same = NetworkAsync("DescribeVpcs");
        Assert.Equal(1, await NetworkAsync("DescribeFlowLogs"));

        Assert.False(same.IsCompleted, "DescribeVpcs was refused for speed and is asked as fast as before.");
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(2, await same);
    }

    [Fact]
    public async Task A_refusal_for_the_account_slows_down_every_operation_of_the_service()
    {
        await RefuseAsync("DescribeVpcs", AttemptOutcome.AccountTooFast);

        var other = NetworkAsync("DescribeFlowLogs");

        Assert.False(other.IsCompleted, "The account was refused for speed, and another operation is asked as fast as before.");
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, await other);
    }

    [Fact]
    public async Task A_wait_for_a_turn_ends_with_the_scan()
    {
        using var stop = new CancellationTokenSource();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(Answer)));
        var waiting = _trails.SendAsync("DescribeTrails", Answer, Unanswered, stop.Token);

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
            await Assert.ThrowsAsync<InvalidOperationException>(() => _trails.SendAsync<int>("DescribeTrails", () => throw new InvalidOperationException("denied"), _ => AttemptOutcome.Answered, TestContext.Current.CancellationToken));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, await SendAsync(Answer));
    }

    [Fact]
    public async Task A_throttled_service_is_asked_slower_from_then_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _trails.SendAsync<int>("DescribeTrails", () => throw new InvalidOperationException("slow down"), _ => AttemptOutcome.TooFast, TestContext.Current.CancellationToken));

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
        var requests = Enumerable.Range(0, 5).Select(_ => _trails.SendAsync("DescribeTrails", () => stopped.Task, Unanswered, stop.Token)).ToList();
        await stop.CancelAsync();
        stopped.SetException(new IOException("The connection was closed."));
        foreach (var request in requests)
        {
            await Assert.ThrowsAsync<IOException>(() => request);
        }

        Assert.Equal(1, await SendAsync(Answer));
    }

    private static AttemptOutcome Unanswered(Exception failure) => AttemptOutcome.Unanswered;

    private Task<int> SendAsync(Func<Task<int>> send) => _trails.SendAsync("DescribeTrails", send, Unanswered, TestContext.Current.CancellationToken);

    private Task<int> NetworkAsync(string operation) => _network.SendAsync(operation, Answer, Unanswered, TestContext.Current.CancellationToken);

    private Task RefuseAsync(string operation, AttemptOutcome outcome) => Assert.ThrowsAsync<InvalidOperationException>(() =>
        _network.SendAsync<int>(operation, () => throw new InvalidOperationException("slow down"), _ => outcome, TestContext.Current.CancellationToken));

    private Task<int> Answer() => Task.FromResult(Interlocked.Increment(ref _sent));

    private Task<int> Cut()
    {
        Interlocked.Increment(ref _sent);
        throw new IOException("The response ended prematurely.");
    }
}
