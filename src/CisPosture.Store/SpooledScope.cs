namespace CisPosture.Store;

/// <summary>A scope that findings of the scan belong to.</summary>
internal sealed class SpooledScope(int number, ScopeKey key)
{
    /// <summary>Stands for the scope in the temporary tables.</summary>
    public int Number => number;

    public ScopeKey Key => key;

    /// <summary>When its evidence was read; the latest time where findings differ.</summary>
    public DateTimeOffset ObservedAt { get; private set; }

    public void Observe(DateTimeOffset time) => ObservedAt = time > ObservedAt ? time : ObservedAt;
}
