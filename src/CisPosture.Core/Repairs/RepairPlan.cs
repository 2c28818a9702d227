namespace CisPosture.Repairs;

/// <summary>
/// What is to be done for one or several findings: steps in their order, of which none is taken after one that failed; or the reason why
/// there is nothing to do. A plan is shown and agreed to as a whole.
/// </summary>
internal sealed record RepairPlan
{
    /// <summary>The findings that it is for, at least one.</summary>
    public required IReadOnlyList<RepairSubject> Subjects { get; init; }

    /// <summary>
    /// The steps. What several plans need, such as a topic, stands in each of them: the first to come makes it, and the others find it made.
    /// </summary>
    public IReadOnlyList<RepairStep> Steps { get; init; } = [];

    /// <summary>Why nothing is done; null where there are steps or nothing to do.</summary>
    public RepairSkip? Skip { get; init; }

    /// <summary>What the user has to know before agreeing: costs, lock-outs, what else is touched. One sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>A question that is asked beyond the steps themselves, and that -Force answers with yes; null where there is none.</summary>
    public string? Question { get; init; }

    /// <summary>What somebody else has yet to do once the steps are done, such as confirming a subscription; null where nobody has.</summary>
    public string? Pending { get; init; }

    /// <summary>What stays as it is although the steps are taken, and why; null where nothing does.</summary>
    public string? Remainder { get; init; }

    /// <summary>True where the live state is what is wanted already.</summary>
    public bool IsCompliant => Steps.Count == 0 && Skip is null && Pending is null;

    /// <summary>A plan that does nothing.</summary>
    public static RepairPlan Skipped(IReadOnlyList<RepairSubject> subjects, string reasonCode, string reason, string? command = null) =>
        new() { Subjects = subjects, Skip = new RepairSkip(reasonCode, reason, command) };
}
