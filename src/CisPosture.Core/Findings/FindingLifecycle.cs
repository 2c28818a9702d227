namespace CisPosture.Findings;

/// <summary>How a finding moves from scan to scan. Missing evidence neither opens nor resolves anything.</summary>
internal static class FindingLifecycle
{
    /// <summary>The step that a scan makes which has the finding.</summary>
    /// <param name="state">Where it stood.</param>
    /// <param name="before">Its status in the scan before; null where it was not there.</param>
    /// <param name="now">Its status.</param>
    /// <returns>Where it stands, and what to call the step.</returns>
    public static (FindingState State, ChangeKind Kind) Next(FindingState state, FindingStatus? before, FindingStatus now) => now switch
    {
        FindingStatus.Passed => Pass(state, before),
        FindingStatus.NotAvailable => Lose(state, before),
        _ => Fail(state, before, now),
    };

    /// <summary>The step that a scan makes which would have the finding, but has not.</summary>
    /// <param name="state">Where it stood.</param>
    /// <returns>Where it stands, and what to call the step.</returns>
    public static (FindingState State, ChangeKind Kind) Leave(FindingState state) => Pass(state, before: null);

    private static (FindingState State, ChangeKind Kind) Pass(FindingState state, FindingStatus? before) => state switch
    {
        FindingState.Open => (FindingState.Resolved, ChangeKind.Resolved),
        FindingState.Unseen => (FindingState.Sound, ChangeKind.Resolved),
        FindingState.Unknown => (FindingState.Sound, ChangeKind.Unchanged),
        _ => (state, before is null or FindingStatus.Passed ? ChangeKind.Unchanged : ChangeKind.Changed),
    };

    private static (FindingState State, ChangeKind Kind) Lose(FindingState state, FindingStatus? before) => state switch
    {
        FindingState.Unknown or FindingState.Sound => (FindingState.Unseen, ChangeKind.New),
        _ => (state, before == FindingStatus.NotAvailable ? ChangeKind.Unchanged : ChangeKind.Changed),
    };

    private static (FindingState State, ChangeKind Kind) Fail(FindingState state, FindingStatus? before, FindingStatus now) => state switch
    {
        FindingState.Open => (FindingState.Open, before == now || before is null ? ChangeKind.Unchanged : ChangeKind.Changed),
        FindingState.Resolved => (FindingState.Open, ChangeKind.Reopened),
        _ => (FindingState.Open, ChangeKind.New),
    };
}
