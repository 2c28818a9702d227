namespace CisPosture.Repairs;

/// <summary>What became of a step that was to be undone.</summary>
internal enum UndoOutcome
{
    /// <summary>The state is back.</summary>
    Undone,

    /// <summary>The state was back already, or the step had never taken effect.</summary>
    NothingToUndo,

    /// <summary>The live state is neither what the step left nor what it found, so it was left alone.</summary>
    Refused,

    /// <summary>There is no way back.</summary>
    NotUndoable,

    /// <summary>The user declined, or nothing is done because of -WhatIf.</summary>
    NotTaken,

    /// <summary>The call failed, or the state read after it is another.</summary>
    Failed,
}
