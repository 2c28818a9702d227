namespace CisPosture.Aws.Connection;

/// <summary>Waits for work that takes no cancellation token itself.</summary>
internal static class Cancellable
{
    /// <summary>The work's result, or the end of the wait when the token says so; the work itself then goes on unheeded.</summary>
    public static async Task<T> OrCancelledAsync<T>(this Task<T> work, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => cancelled.TrySetResult(true));
        await Task.WhenAny(work, cancelled.Task).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await work.ConfigureAwait(false);
    }
}
