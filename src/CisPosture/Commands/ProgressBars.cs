using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>
/// A progress bar for the whole and a few below it for what is under way, redrawn at most five times a second and all taken away in the end.
/// </summary>
/// <param name="activity">What the bar of the whole is headed with.</param>
/// <param name="write">Draws a bar.</param>
/// <param name="elapsed">A clock that only goes forward.</param>
internal sealed class ProgressBars(string activity, Action<ProgressRecord> write, Func<TimeSpan> elapsed)
{
    /// <summary>The shortest time between two drawings.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>More bars than these no longer fit under each other.</summary>
    public const int MostParts = 4;

    private const int WholeId = 0;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Status, int? Percent)> _drawn = [];
    private TimeSpan? _lastDrawn;

    /// <summary>Draws what has changed, if it is time.</summary>
    /// <param name="look">Looks how far the work is; null while that is unknown.</param>
    public void Show(Func<ProgressPicture?> look)
    {
        var now = elapsed();
        if (now - _lastDrawn < Interval || look() is not { } picture)
        {
            return;
        }

        _lastDrawn = now;
        Draw(WholeId, activity, picture.Status, picture.Percent);
        DropEnded(picture.Parts);
        foreach (var part in Chosen(picture.Parts))
        {
            Draw(IdOf(part.Name), part.Name, part.Status, part.Percent);
        }
    }

    /// <summary>Takes away every bar that was drawn.</summary>
    public void Complete()
    {
        DropEnded([]);
        if (_drawn.Remove(WholeId))
        {
            write(new ProgressRecord(WholeId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    // A bar that is on the screen stays there until its part ends.
    private IEnumerable<ProgressPart> Chosen(IReadOnlyList<ProgressPart> parts) => parts.OrderBy(part => _ids.ContainsKey(part.Name) ? 0 : 1).Take(MostParts).ToList();

    private int IdOf(string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            _ids[name] = id = Enumerable.Range(WholeId + 1, MostParts).First(free => !_ids.ContainsValue(free));
        }

        return id;
    }

    private void DropEnded(IReadOnlyList<ProgressPart> parts)
    {
        foreach (var name in _ids.Keys.Except(parts.Select(part => part.Name), StringComparer.Ordinal).ToList())
        {
            write(new ProgressRecord(_ids[name], name, "Done") { ParentActivityId = WholeId, RecordType = ProgressRecordType.Completed });
            _drawn.Remove(_ids[name]);
            _ids.Remove(name);
        }
    }

    private void Draw(int id, string heading, string status, int? percent)
    {
        if (_drawn.TryGetValue(id, out var drawn) && drawn == (status, percent))
        {
            return;
        }

        _drawn[id] = (status, percent);
        write(new ProgressRecord(id, heading, status) { ParentActivityId = id == WholeId ? -1 : WholeId, PercentComplete = percent ?? -1 });
    }
}
