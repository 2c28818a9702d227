namespace CisPosture.Aws.Calls;

/// <summary>Requests that wait for their turn at one pace.</summary>
internal sealed class PacedQueue(CallPace pace, TimeProvider time) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly SemaphoreSlim _turnstile = new(1);

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Turns are given out one after the other, each when the one before has come, so that a refusal slows down all who wait.</summary>
    public async Task<CallTurn> WaitAsync(CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var turn = pace.Take(Now);
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

    public void Answered() => pace.Answered(Now);

    public void Refused(CallTurn turn) => pace.Refused(turn, Now);

    public void Dispose() => _turnstile.Dispose();
}
