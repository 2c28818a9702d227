using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>
/// The accounts of a scan, once it is known which they are. They are read a few at a time and in the order of their ids; what was read of
/// one is let go of as soon as whoever reads it is done, so that a scan of many accounts holds no more evidence than one of few.
/// </summary>
internal sealed class OpenAccounts(IAccountSession own, IReadOnlyList<AccountEntrance> entrances, LiveAccounts live, CmdletOutput output) : IDisposable
{
    private int _next = -1;

    public int Count => entrances.Count;

    /// <summary>Reads every account.</summary>
    /// <param name="kinds">What to read.</param>
    /// <param name="use">Makes use of the evidence of one account while it is read.</param>
    /// <param name="cancellationToken">Stops requests in flight.</param>
    /// <returns>A task that ends when all accounts are read and no request is under way any more.</returns>
    public async Task ReadAsync(IReadOnlyCollection<EvidenceKind> kinds, Func<AccountReading, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var request = live.Request(kinds);
        var progress = new ScanProgress(Count);
        output.Follow(() => progress.Current);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(live.ThrottleLimit, Count)).Select(_ => Task.Run(WorkAsync))).ConfigureAwait(false);

        async Task WorkAsync()
        {
            try
            {
                while (Interlocked.Increment(ref _next) is var place && place < Count)
                {
                    await ReadAsync(place, request, progress, use, stopping.Token).ConfigureAwait(false);
                }
            }
            catch
            {
                // What went wrong in one account and is no gap ends the command, and so the others.
                stopping.Cancel();
                throw;
            }
        }
    }

    public void Dispose() => own.Dispose();

    private async Task ReadAsync(
        int place, CollectionRequest request, ScanProgress progress, Func<AccountReading, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entrances[place].Role is not { } role)
        {
            await ReadAsync(place, own, request, progress, use, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var session = await own.EnterAsync(role, cancellationToken).ConfigureAwait(false);
        await ReadAsync(place, session, request, progress, use, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAsync(
        int place, IAccountSession session, CollectionRequest request, ScanProgress progress, Func<AccountReading, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var collection = session.Collect(request, stopping.Token);
        progress.Begin(session.AccountId, collection);
        try
        {
            await use(new AccountReading(place, session.AccountId, collection, output, IsOneOfMany: Count > 1), stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            // Whatever ends the use early, no request outlives the command. WhenAny waits for the end without its failure.
            stopping.Cancel();
            await Task.WhenAny(collection.WhenCompleteAsync()).ConfigureAwait(false);
            progress.End(session.AccountId);
        }
    }
}
