namespace CisPosture.Repairs;

/// <summary>A call that is about to be made.</summary>
/// <param name="Plan">The number of the plan that it belongs to.</param>
/// <param name="Step">The step, with the call as it is really sent.</param>
internal sealed record JournalIntent(int Plan, RepairStep Step)
{
    /// <summary>The plans whose results this one builds on.</summary>
    public IReadOnlyCollection<int> BuiltOn { get; init; } = [];

    /// <summary>The controls that it is for.</summary>
    public IReadOnlyList<string> Controls { get; init; } = [];

    /// <summary>The findings that it is for.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The step that it takes back; null where it mends.</summary>
    public JournalReference? UndoOf { get; init; }
}
