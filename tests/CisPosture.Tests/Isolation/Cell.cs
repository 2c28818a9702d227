namespace CisPosture.Tests.Isolation;

/// <summary>One thing that a user does in a session, and what must come of it.</summary>
internal sealed record Cell
{
    /// <summary>What the user does, as the table says it.</summary>
    public required string Doing { get; init; }

    /// <summary>What the user types.</summary>
    public required string Line { get; init; }

    /// <summary>Parts of the verbose messages that must come: whose access key signed, which Region was used.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>True where the findings come as text, a line each and the roll-up, because another process made them.</summary>
    public bool IsSerialized { get; init; }

    /// <summary>How many times every finding must come.</summary>
    public int Scans { get; init; } = 1;

    /// <summary>The one error that must come instead of findings; null for findings without any error.</summary>
    public string? Error { get; init; }

    /// <summary>What the line must write besides.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>False where nothing of the module's libraries may be loaded for it.</summary>
    public bool LoadsLibraries { get; init; } = true;
}
