namespace CisPosture.Aws.Calls;

/// <summary>All calls to one service in one Region: how many at once, how fast, and whether it can be reached at all.</summary>
internal sealed class EndpointTraffic(string service, TimeProvider time) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly SemaphoreSlim _places = new(ServiceLimits.Concurrency(service));
    private readonly SemaphoreSlim _turnstile = new(1);
    private readonly CallPace _pace = new(ServiceLimits.Rate(service));
    private readonly EndpointHealth _health = new();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits for a place among the calls under way.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(_places);
    }

    /// <summary>Sends a request, of which a call that is tried again has several, when its turn has come.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="refusal">What a failure says of the service: true where it refused for speed, false where it answered otherwise, null where it did not answer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> SendAsync<T>(Func<Task<T>> send, Func<Exception, bool?> refusal, CancellationToken cancellationToken)
    {
        var turn = await WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        _health.Check(Now);
        try
        {
            var answer = await send().ConfigureAwait(false);
            Note(turn, isThrottled: false);
            return answer;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (refusal(failure) is { } isThrottled)
            {
                Note(turn, isThrottled);
            }
            else if (NetworkFailure.Is(failure))
            {
                _health.Failed(failure, Now);
            }

            throw;
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _turnstile.Dispose();
    }

    /// <summary>Turns are given out one after the other, each when the one before has come, so that a refusal slows down all who wait.</summary>
    private async Task<CallTurn> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var turn = _pace.Take(Now);
            if (turn.Wait > TimeSpan.Zero)
            {
                await time.Delay(turn.Wait, cancellationToken).ConfigureAwait(false);
            }

            return turn;
        }
        finally
        {
            _turnstile.Release();
        }
    }

    private void Note(CallTurn turn, bool isThrottled)
    {
        _health.Answered();
        if (isThrottled)
        {
            _pace.Refused(turn, Now);
        }
        else
        {
            _pace.Answered(Now);
        }
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
