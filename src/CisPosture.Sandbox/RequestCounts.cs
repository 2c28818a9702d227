using System.Diagnostics;

namespace CisPosture.Sandbox;

/// <summary>How often each operation was asked for, in all and by Region. Safe to read while requests come in.</summary>
public sealed class RequestCounts
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _byRegion = new(StringComparer.Ordinal);
    private long _lastTimestamp;
    private int _throttled;
    private int _cut;
    private readonly HashSet<string> _writes = new(StringComparer.Ordinal);

    /// <summary>All requests.</summary>
    public int Total => ByOperation.Values.Sum();

    /// <summary>Requests that were refused because they came too fast; the others are what the caller needed.</summary>
    public int Throttled => Volatile.Read(ref _throttled);

    /// <summary>Requests whose connection was cut.</summary>
    public int Cut => Volatile.Read(ref _cut);

    /// <summary>Requests to change the account, granted or not.</summary>
    public int Writes => WritesByOperation.Values.Sum();

    /// <summary>Those of <see cref="ByOperation"/> that change the account.</summary>
    public IReadOnlyDictionary<string, int> WritesByOperation
    {
        get
        {
            lock (_gate)
            {
                return new SortedDictionary<string, int>(ByOperation.Where(count => _writes.Contains(count.Key)).ToDictionary(), StringComparer.Ordinal);
            }
        }
    }

    /// <summary>When the last request came, by <see cref="Stopwatch.GetTimestamp"/>; 0 where none has.</summary>
    public long LastTimestamp => Volatile.Read(ref _lastTimestamp);

    /// <summary>By operation, such as "iam:ListUsers".</summary>
    public IReadOnlyDictionary<string, int> ByOperation
    {
        get
        {
            var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var (operation, count) in ByRegion.Values.SelectMany(counts => counts)) sums[operation] = sums.GetValueOrDefault(operation) + count;
            return sums;
        }
    }

    /// <summary>By Region, then by operation.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByRegion
    {
        get
        {
            lock (_gate)
            {
                return _byRegion.ToDictionary(
                    region => region.Key,
                    IReadOnlyDictionary<string, int> (region) => new SortedDictionary<string, int>(region.Value, StringComparer.Ordinal),
                    StringComparer.Ordinal);
            }
        }
    }

    /// <summary>How often an operation such as "iam:ListUsers" was asked for in all Regions.</summary>
    public int Of(string operation) => ByOperation.GetValueOrDefault(operation);

    /// <summary>Starts again at nothing.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _byRegion.Clear();
            _writes.Clear();
            Volatile.Write(ref _lastTimestamp, 0);
            Volatile.Write(ref _throttled, 0);
            Volatile.Write(ref _cut, 0);
        }
    }

    internal void AddThrottled() => Interlocked.Increment(ref _throttled);

    internal void AddCut() => Interlocked.Increment(ref _cut);

    internal void Add(string operation, string region, bool isWrite)
    {
        lock (_gate)
        {
            Volatile.Write(ref _lastTimestamp, Stopwatch.GetTimestamp());
            if (isWrite) _writes.Add(operation);
            if (!_byRegion.TryGetValue(region, out var counts)) _byRegion[region] = counts = new(StringComparer.Ordinal);
            counts[operation] = counts.GetValueOrDefault(operation) + 1;
        }
    }
}
