using CisPosture.Collection;

namespace CisPosture.Aws.Collectors;

/// <summary>Counts what is to be read and what has been.</summary>
internal sealed class ProgressCounter
{
    private readonly object _lock = new();
    private int _completed;
    private int _total;
    private string _activity = "Connecting";

    public CollectionProgress Current
    {
        get
        {
            lock (_lock)
            {
                return new CollectionProgress(_completed, _total, _activity);
            }
        }
    }

    public void Expect(int count)
    {
        lock (_lock)
        {
            _total += count;
        }
    }

    public void Complete(string activity)
    {
        lock (_lock)
        {
            _completed++;
            _activity = activity;
        }
    }
}
