namespace CisPosture.Repairs;

/// <summary>What mending some controls takes.</summary>
internal sealed record RepairRow
{
    /// <summary>The controls.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>What is read beyond what judging the controls reads: IAM actions.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The write operations, such as "iam:UpdateAccountPasswordPolicy".</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>The write operations that only undoing takes.</summary>
    public IReadOnlyList<string> UndoCalls { get; init; } = [];

    /// <summary>IAM actions beyond those that bear the names of the operations, such as iam:PassRole.</summary>
    public IReadOnlyList<string> FurtherPermissions { get; init; } = [];

    /// <summary>What the user is asked, or has to say: parameters and what they decide, a sentence each.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>Whether it can be undone: "Yes", or a sentence that says what cannot.</summary>
    public required string Undoable { get; init; }
}
