using CisPosture.Sandbox;

namespace CisPosture.Tests.Repairs;

/// <summary>A repair that waits at its n-th write, before or after that takes effect, until it is killed.</summary>
/// <param name="number">The write's number.</param>
/// <param name="takesEffect">Whether it waits for the answer only, or the write never takes effect.</param>
/// <param name="killed">Completes once whoever sent it is gone.</param>
internal sealed class DoomedRepair(int number, bool takesEffect, Task killed)
{
    private readonly TaskCompletionSource _isThere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    /// <summary>Completes once it waits at its write.</summary>
    public Task IsThere => _isThere.Task;

    /// <summary>How many writes have taken effect, before and after it was killed.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>For the sandbox to tell of its writes.</summary>
    public async Task OnWriteAsync(SandboxWrite write)
    {
        // Whoever waits for long asks again, which must not take effect a second time.
        var isAskedAgain = write.Number > number && !killed.IsCompleted;
        if (!isAskedAgain && write.HasTakenEffect) Interlocked.Increment(ref _taken);
        if (!isAskedAgain && (write.Number != number || write.HasTakenEffect != takesEffect)) return;
        _isThere.TrySetResult();
        await killed;
        throw new OperationCanceledException("Whoever sent it is gone.");
    }
}
