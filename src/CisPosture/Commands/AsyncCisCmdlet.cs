using System.Diagnostics;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>
/// A cmdlet whose work runs on the pool while the pipeline's thread writes what it says. Ctrl+C and a downstream command that has enough
/// cancel the work, and the cmdlet waits until it has let go.
/// </summary>
public abstract class AsyncCisCmdlet : CisCmdlet, IDisposable
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

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

    /// <summary>Runs work on the pool and writes to the pipeline what it says, until it ends.</summary>
    /// <param name="activity">What the progress bar is headed with.</param>
    /// <param name="work">The work.</param>
    private protected void Run(string activity, Func<CmdletOutput, CancellationToken, Task> work)
    {
        using var output = new CmdletOutput();
        _ = Task.Run(() => RunToEndAsync(work, output), CancellationToken.None);
        var progress = new ProgressReport(this, activity);
        try
        {
            Drain(output, progress);
        }
        finally
        {
            _stopping.Cancel();
            output.Discard();
            progress.Complete();
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

    private void Drain(CmdletOutput output, ProgressReport progress)
    {
        while (!output.IsCompleted)
        {
            if (output.TryTake(ProgressInterval, out var write))
            {
                write(this);
            }

            progress.Show(output.Progress);
        }
    }

    /// <summary>A progress bar that is drawn at most five times a second, and taken away in the end.</summary>
    private sealed class ProgressReport(Cmdlet cmdlet, string activity)
    {
        private const int Id = 0;

        private readonly Stopwatch _sinceShown = new();
        private CollectionProgress? _shown;

        public void Show(CollectionProgress? progress)
        {
            var isDue = !_sinceShown.IsRunning || _sinceShown.Elapsed >= ProgressInterval;
            if (progress is null || progress == _shown || !isDue)
            {
                return;
            }

            _shown = progress;
            _sinceShown.Restart();
            cmdlet.WriteProgress(new ProgressRecord(Id, activity, $"{progress.Completed} of {progress.Total}: {progress.Activity}")
            {
                PercentComplete = progress.Total > 0 ? (int)(100L * progress.Completed / progress.Total) : -1,
            });
        }

        public void Complete()
        {
            if (_shown is not null && !cmdlet.Stopping)
            {
                cmdlet.WriteProgress(new ProgressRecord(Id, activity, "Done") { RecordType = ProgressRecordType.Completed });
            }
        }
    }
}
