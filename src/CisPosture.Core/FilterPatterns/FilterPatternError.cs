namespace CisPosture.FilterPatterns;

/// <summary>Why and where a text is not a readable JSON filter pattern.</summary>
public sealed record FilterPatternError
{
    /// <summary>What kind of obstacle it is.</summary>
    public required FilterPatternErrorKind Kind { get; init; }

    /// <summary>What is wrong, in plain words, with no full stop.</summary>
    public required string Message { get; init; }

    /// <summary>The offset in the text, from 0, at which reading stopped.</summary>
    public required int Position { get; init; }

    /// <summary>The message with its place.</summary>
    public override string ToString() => Kind == FilterPatternErrorKind.Empty
        ? Message
        : FormattableString.Invariant($"{Message} (at character {Position + 1})");
}
