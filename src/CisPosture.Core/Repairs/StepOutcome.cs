namespace CisPosture.Repairs;

/// <summary>What became of a step.</summary>
internal enum StepOutcome
{
    /// <summary>Not taken: shown by -WhatIf, declined, or behind one that failed.</summary>
    NotTaken,

    /// <summary>The call was made, and the state read after it is the one that was meant.</summary>
    Done,

    /// <summary>The state was what was meant before the call, which was not made.</summary>
    AlreadyDone,

    /// <summary>Not taken, because what it stands on was no longer so right before.</summary>
    LeftAlone,

    /// <summary>The call was refused, or the state read after it is another.</summary>
    Failed,

    /// <summary>The call was under way when the run ended; only the live state tells whether it took effect.</summary>
    Interrupted,

    /// <summary>A later run put the state back.</summary>
    Undone,
}
