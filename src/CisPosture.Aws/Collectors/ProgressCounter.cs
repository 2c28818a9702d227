using CisPosture.Collection;

namespace CisPosture.Aws.Collectors;

/// <summary>Counts what is to be read and what has been, in each place.</summary>
internal sealed class ProgressCounter
{
    /// <summary>The place of what the account has once.</summary>
    public const string Account = "account";

    private readonly object _lock = new();
    private readonly SortedDictionary<string, Tally> _places = new(StringComparer.Ordinal);

    public CollectionProgress Current
    {
        get
        {
            lock (_lock)
            {
                return new CollectionProgress(
                    _places.Values.Sum(tally => tally.Completed),
                    _places.Values.Sum(tally => tally.Total),
                    [.. _places.Where(place => place.Value.Completed < place.Value.Total).Select(place => place.Value.Of(place.Key))]);
            }
        }
    }

    public void Expect(string place, string service)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(place, out var tally))
            {
                _places.Add(place, tally = new Tally());
            }

            tally.Total++;
            tally.Open.Add(service);
        }
    }

    public void Complete(string place, string service)
    {
        lock (_lock)
        {
            _places[place].Completed++;
            _places[place].Open.Remove(service);
        }
    }

    private sealed class Tally
    {
        public int Completed { get; set; }

        public int Total { get; set; }

        /// <summary>The services of the tasks that are not done, one entry a task.</summary>
        public List<string> Open { get; } = [];

        public PlaceProgress Of(string place) => new(place, Completed, Total, [.. Open.Distinct(StringComparer.Ordinal)]);
    }
}
