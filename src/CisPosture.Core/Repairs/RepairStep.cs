namespace CisPosture.Repairs;

/// <summary>One setting brought from one state to another by one call.</summary>
internal sealed record RepairStep
{
    /// <summary>The setting.</summary>
    public required RepairTarget Target { get; init; }

    /// <summary>What is done, in a few words that begin with a verb: "Tighten the password policy".</summary>
    public required string Description { get; init; }

    /// <summary>The call. Ids that only AWS gives may be missing where an earlier step makes the resource.</summary>
    public required RepairCall Call { get; init; }

    /// <summary>The state that the call changes; null where the thing does not exist yet.</summary>
    public required RepairState? Before { get; init; }

    /// <summary>The state that it leaves; null where the thing is removed.</summary>
    public required RepairState? After { get; init; }

    /// <summary>What else has to be as it was planned from right before the step is taken; otherwise it is left alone.</summary>
    public IReadOnlyList<RepairPremise> Premises { get; init; } = [];

    /// <summary>Whether the steps after it do not need it, and are taken where it is left alone.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>The call that takes it back; null where there is none.</summary>
    public RepairCall? Inverse { get; init; }

    /// <summary>Why it cannot be undone, as a sentence; null where it can.</summary>
    public string? NotUndoable { get; init; }
}
