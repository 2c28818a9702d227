namespace CisPosture.Tests.EndToEnd;

/// <summary>A clock that lets a sandbox with latency answer some requests at once and the others never, and knows of whoever waits in vain.</summary>
internal sealed class HeldTime(int answered, int awaited) : TimeProvider
{
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _asked;
    private int _waiting;

    /// <summary>Ends once so many requests wait for an answer as are awaited.</summary>
    public Task Enough => _enough.Task;

    /// <summary>Ends once every client that waited has gone.</summary>
    public Task Released => _released.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (++_asked <= answered)
            {
                return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }

            if (++_waiting == awaited)
            {
                _enough.TrySetResult();
            }

            return new NeverDue(this);
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            if (--_waiting == 0)
            {
                _released.TrySetResult();
            }
        }
    }

    private sealed class NeverDue(HeldTime owner) : ITimer
    {
        private int _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                owner.Release();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
