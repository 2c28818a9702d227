namespace CisPosture.Aws.Calls;

/// <summary>The calls that AWS counts together, most often those of one operation: how many at once, and how fast.</summary>
internal sealed class ScopeTraffic(CallLimit limit, int callsAtOnce, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(callsAtOnce);

    /// <summary>Where its requests wait for their turn.</summary>
    public PacedQueue Queue { get; } = new(new CallPace(limit.Rate, limit.Burst), time);

    /// <summary>Waits for a place among the calls under way.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(_places);
    }

    public void Dispose()
    {
        _places.Dispose();
        Queue.Dispose();
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
