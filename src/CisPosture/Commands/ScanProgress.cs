using System.Collections.Concurrent;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>How far a scan is: in one account by Region and service, in many by account.</summary>
internal sealed class ScanProgress(int accounts)
{
    private readonly ConcurrentDictionary<string, IEvidenceCollection> _underWay = new(StringComparer.Ordinal);
    private int _ended;

    public ProgressPicture Current
    {
        get
        {
            // At once: to sort it where it is would count the accounts first and copy them afterwards, when one may have ended.
            var underWay = _underWay.ToArray().OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => (Id: account.Key, account.Value.Progress)).ToList();
            return accounts == 1 ? OfOne(underWay) : OfMany(underWay);
        }
    }

    public void Begin(string accountId, IEvidenceCollection collection) => _underWay[accountId] = collection;

    public void End(string accountId)
    {
        _underWay.TryRemove(accountId, out _);
        Interlocked.Increment(ref _ended);
    }

    private static ProgressPicture OfOne(List<(string Id, CollectionProgress Progress)> underWay)
    {
        if (underWay.Count == 0)
        {
            return new ProgressPicture("Connecting", Percent: null, []);
        }

        var (id, progress) = underWay[0];
        return new ProgressPicture(
            $"Account {id}: {progress.Completed} of {progress.Total}",
            Percent(progress.Completed, progress.Total),
            [.. progress.UnderWay.Select(place => new ProgressPart(place.Place, $"{place.Completed} of {place.Total}: {Services(place)}", Percent(place.Completed, place.Total)))]);
    }

    private ProgressPicture OfMany(List<(string Id, CollectionProgress Progress)> underWay)
    {
        var ended = Volatile.Read(ref _ended);
        return new ProgressPicture(
            $"{ended} of {accounts} accounts",
            Percent(ended, accounts),
            [.. underWay.Select(account => new ProgressPart($"Account {account.Id}", Status(account.Progress), Percent(account.Progress.Completed, account.Progress.Total)))]);
    }

    private static string Status(CollectionProgress progress)
    {
        var counts = $"{progress.Completed} of {progress.Total}";
        return progress.UnderWay.Count > 0 ? $"{counts}: {progress.UnderWay[0].Place} {Services(progress.UnderWay[0])}" : counts;
    }

    private static string Services(PlaceProgress place) => string.Join(", ", place.Services);

    private static int? Percent(int completed, int total) => total > 0 ? (int)(100L * completed / total) : null;
}
