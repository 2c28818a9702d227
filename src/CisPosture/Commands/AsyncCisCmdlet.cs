using System.Diagnostics;
using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace CisPosture.Commands;

/// <summary>
/// A cmdlet whose work runs on the pool while the pipeline's thread writes what it says. Ctrl+C and a downstream command that has enough
/// cancel the work, and the cmdlet waits until it has let go.
/// </summary>
public abstract class AsyncCisCmdlet : CisCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private bool _isDisposed;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>Frees what the cmdlet holds.</summary>
    /// <param name="disposing">False where the garbage collector calls.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _stopping.Dispose();
        }
    }

    /// <summary>Cancelled where the pipeline stops.</summary>
    private protected CancellationToken StopToken => _stopping.Token;

    /// <summary>Runs work on the pool and writes to the pipeline what it says, until it ends.</summary>
    /// <param name="activity">What the progress bar is headed with.</param>
    /// <param name="work">The work.</param>
    private protected void Run(string activity, Func<CmdletOutput, CancellationToken, Task> work)
    {
        using var output = new CmdletOutput();
        _ = Task.Run(() => RunToEndAsync(work, output), CancellationToken.None);
        var bars = new ProgressBars(activity, WriteProgress, Elapsed());
        try
        {
            Drain(output, bars);
        }
        finally
        {
            _stopping.Cancel();
            output.Discard();
            TakeAway(bars);
        }

        if (Stopping)
        {
            throw new PipelineStoppedException();
        }

        output.Failure?.Throw();
    }

    private async Task RunToEndAsync(Func<CmdletOutput, CancellationToken, Task> work, CmdletOutput output)
    {
        ExceptionDispatchInfo? failure = null;
        try
        {
            await work(output, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        output.Complete(failure);
    }

    private static Func<TimeSpan> Elapsed()
    {
        var watch = Stopwatch.StartNew();
        return () => watch.Elapsed;
    }

    // A pipeline that is stopped takes no more records; its host clears the bars.
    private void TakeAway(ProgressBars bars)
    {
        if (!Stopping)
        {
            bars.Complete();
        }
    }

    private void Drain(CmdletOutput output, ProgressBars bars)
    {
        while (!output.IsCompleted)
        {
            if (output.TryTake(ProgressBars.Interval, out var write))
            {
                write(this);
            }

            bars.Show(() => output.Progress);
        }
    }
}
