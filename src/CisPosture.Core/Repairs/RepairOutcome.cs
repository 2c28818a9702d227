namespace CisPosture.Repairs;

/// <summary>What became of a finding that was to be mended.</summary>
internal enum RepairOutcome
{
    /// <summary>Steps were taken, all of them.</summary>
    Changed,

    /// <summary>The live state was what is wanted already.</summary>
    AlreadyCompliant,

    /// <summary>Steps were taken; somebody else has yet to confirm.</summary>
    PendingConfirmation,

    /// <summary>Nothing was done; the reason says why.</summary>
    Skipped,

    /// <summary>A step failed, and those after it were not taken.</summary>
    Failed,

    /// <summary>Nothing was done because of -WhatIf; the steps are those that would be taken.</summary>
    Planned,
}
