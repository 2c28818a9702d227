using System.Collections.Concurrent;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>
/// What work on the pool has to say to the pipeline. It queues here in order until the pipeline's own thread writes it; progress is not
/// queued, because only its last value matters.
/// </summary>
internal sealed class CmdletOutput : ICollectionLog, IMfaPrompt, IDisposable
{
    private readonly BlockingCollection<Action<PSCmdlet>> _messages = [];
    private readonly object _gate = new();
    private volatile Func<ProgressPicture>? _progress;

    /// <summary>True once the work is over and everything it wrote was taken.</summary>
    public bool IsCompleted => _messages.IsCompleted;

    /// <summary>How far the work is; null while that is unknown.</summary>
    public ProgressPicture? Progress => _progress?.Invoke();

    /// <summary>Why the work ended early; null where it did not, or has not ended.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public void WriteObject(object value) => Post(cmdlet => cmdlet.WriteObject(value));

    public void WriteError(ErrorRecord error) => Post(cmdlet => cmdlet.WriteError(error));

    public void Warn(string message) => Post(cmdlet => cmdlet.WriteWarning(VisibleText.InOneDirection(message)));

    public void Verbose(string message) => Post(cmdlet => cmdlet.WriteVerbose(VisibleText.InOneDirection(message)));

    public void Debug(string message) => Post(cmdlet => cmdlet.WriteDebug(VisibleText.InOneDirection(message)));

    /// <inheritdoc/>
    public Task<string?> AskCodeAsync(string device, CancellationToken cancellationToken) =>
        AskAsync(cmdlet => SecretQuestion.Ask(cmdlet.Host, $"MFA code of {device}"), cancellationToken);

    /// <summary>Asks on the pipeline's thread, where alone the engine answers.</summary>
    /// <param name="question">Asks the cmdlet that it is handed.</param>
    /// <param name="cancellationToken">Ends the wait; so does a pipeline that stops.</param>
    /// <returns>The answer.</returns>
    public async Task<T> AskAsync<T>(Func<PSCmdlet, T> question, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var waiting = cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        Post(cmdlet => answer.TrySetResult(question(cmdlet)));
        return await answer.Task.ConfigureAwait(false);
    }

    /// <summary>Says where the pipeline's thread may look up how far the work is.</summary>
    /// <param name="progress">Answers at any time, on any thread.</param>
    public void Follow(Func<ProgressPicture> progress) => _progress = progress;

    /// <summary>Takes the next message, and waits for one as long as given.</summary>
    /// <param name="patience">How long to wait.</param>
    /// <param name="message">Writes itself to the cmdlet that it is handed.</param>
    /// <returns>False where none came.</returns>
    public bool TryTake(TimeSpan patience, out Action<PSCmdlet> message) => _messages.TryTake(out message, patience);

    /// <summary>Says that the work is over. What a straggler still logs is dropped.</summary>
    /// <param name="failure">Why it ended early.</param>
    public void Complete(ExceptionDispatchInfo? failure)
    {
        lock (_gate)
        {
            Failure = failure;
            _messages.CompleteAdding();
        }
    }

    /// <summary>Waits for the end of the work; nobody reads any more what it writes.</summary>
    public void Discard()
    {
        foreach (var message in _messages.GetConsumingEnumerable())
        {
            _ = message;
        }
    }

    public void Dispose() => _messages.Dispose();

    private void Post(Action<PSCmdlet> message)
    {
        lock (_gate)
        {
            if (!_messages.IsAddingCompleted)
            {
                _messages.Add(message);
            }
        }
    }
}
