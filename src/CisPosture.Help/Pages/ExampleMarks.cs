namespace CisPosture.Help.Pages;

/// <summary>What the comments above a block of commands say: what must be there when it is tried, and what it does beside writing objects.</summary>
internal sealed record ExampleMarks
{
    /// <summary>How many members the account's organization has.</summary>
    public int Members { get; init; }

    /// <summary>Whether something has been repaired before.</summary>
    public bool IsRepaired { get; init; }

    /// <summary>The ids of the errors that it writes.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Why it is not tried; null where it is.</summary>
    public string? NotRun { get; init; }

    /// <summary>Reads one comment.</summary>
    /// <param name="comment">The comment without its brackets.</param>
    /// <returns>These marks with what the comment says, or null where it says nothing that is known.</returns>
    public ExampleMarks? With(string comment)
    {
        var colon = comment.IndexOf(':');
        var (name, value) = colon < 0 ? (comment.Trim(), string.Empty) : (comment[..colon].Trim(), comment[(colon + 1)..].Trim());
        return (name, value) switch
        {
            ("repaired", "") => this with { IsRepaired = true },
            ("organization", _) when int.TryParse(value, out var members) && members > 0 => this with { Members = members },
            ("writes", { Length: > 0 }) => this with { Errors = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
            ("not run", { Length: > 0 }) => this with { NotRun = value },
            _ => null,
        };
    }
}
