namespace CisPosture.Sandbox.State.Config;

/// <summary>A recorder that a request switched on: at first it is pending, for a time and for a number of looks at it.</summary>
internal sealed class RecorderRun(DateTimeOffset startTime, RecorderStartup startup)
{
    private readonly DateTimeOffset _pendingUntil = startTime + startup.Time;
    private int _looksLeft = startup.Looks;

    public DateTimeOffset StartTime { get; } = startTime;

    public DateTimeOffset? StopTime { get; set; }

    /// <summary>Each call counts as a look.</summary>
    public bool IsPendingAt(DateTimeOffset now)
    {
        if (now < _pendingUntil) return true;
        if (_looksLeft == 0) return false;
        _looksLeft--;
        return true;
    }
}
