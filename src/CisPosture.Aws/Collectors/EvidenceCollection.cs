using System.Runtime.ExceptionServices;
using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Aws.Collectors;

/// <summary>
/// A scan under way. Every kind is a task that first waits for the tasks of what it is read from; whoever waits for some kinds gets them
/// as soon as they are there, whatever else is still being read.
/// </summary>
internal sealed class EvidenceCollection : IEvidenceCollection
{
    private readonly CollectionContext _context;
    private readonly CancellationTokenSource _stop;
    private readonly Dictionary<EvidenceKind, Task> _tasks = [];
    private readonly Task _all;
    private Exception? _fault;

    public EvidenceCollection(CollectionContext context, CancellationTokenSource stop)
    {
        _context = context;
        _stop = stop;
        var collectors = AllCollectors.Of(context).Where(collector => collector.Kinds.Any(context.Needed.Contains)).ToList();
        _all = FinishAsync(collectors.ConvertAll(collector => Start(collector, collectors)));
    }

    public CollectionProgress Progress => _context.Progress.Current;

    public Task<AccountEvidence> WhenReadyAsync(IReadOnlyCollection<EvidenceKind> kinds)
    {
        var unasked = kinds.FirstOrDefault(kind => !_context.Request.Kinds.Contains(kind));
        return unasked is null
            ? WaitAsync(Task.WhenAll(kinds.Select(kind => _tasks[kind])))
            : throw new ArgumentException($"{unasked} was not asked for when the collection was started.", nameof(kinds));
    }

    public Task<AccountEvidence> WhenCompleteAsync() => WaitAsync(_all);

    public IReadOnlyList<EvidenceGap> TakeNewGaps() => _context.Gaps.Take();

    private Task Start(Collector collector, List<Collector> collectors)
    {
        if (_tasks.TryGetValue(collector.Kinds[0], out var started))
        {
            return started;
        }

        var earlier = collector.Kinds.SelectMany(Prerequisites.Of).ToList();
        var prerequisites = collectors.Where(other => other.Kinds.Intersect(earlier).Any()).Select(other => Start(other, collectors)).ToList();
        var task = Task.Run(() => RunAsync(collector, prerequisites));
        foreach (var kind in collector.Kinds)
        {
            _tasks[kind] = task;
        }

        return task;
    }

    private async Task FinishAsync(List<Task> tasks)
    {
        try
        {
            await Task.WhenAll(tasks).ConfigureAwait(false);
        }
        finally
        {
            _stop.Dispose();
        }
    }

    private async Task RunAsync(Collector collector, List<Task> prerequisites)
    {
        try
        {
            await Task.WhenAll(prerequisites).ConfigureAwait(false);
            _context.Cancellation.ThrowIfCancellationRequested();
            await collector.CollectAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Not AWS's refusal but a defect, or credentials that ended: the scan cannot be trusted to be whole, so it stops.
            Interlocked.CompareExchange(ref _fault, exception, comparand: null);
            _stop.Cancel();
            throw;
        }
    }

    private async Task<AccountEvidence> WaitAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Volatile.Read(ref _fault) is { } fault)
        {
            ExceptionDispatchInfo.Capture(fault).Throw();
        }

        return _context.Store.Current;
    }
}
