namespace CisPosture.FilterPatterns;

/// <summary>What came of holding a metric filter's pattern against a reference.</summary>
public sealed record PatternComparison
{
    /// <summary>The <see cref="Distance"/> of a text that is no readable JSON filter pattern: farther than any readable one.</summary>
    public const int UnreadableDistance = int.MaxValue;

    /// <summary>How strictly it was held.</summary>
    public required PatternMode Mode { get; init; }

    /// <summary>The reference that it was held against.</summary>
    public required FilterPattern Reference { get; init; }

    /// <summary>True where the pattern satisfies the mode.</summary>
    public required bool IsMatch { get; init; }

    /// <summary>Which events the pattern selects, measured against the reference.</summary>
    public required PatternCoverage Coverage { get; init; }

    /// <summary>Every departure from the reference, also those that the mode tolerates.</summary>
    public required IReadOnlyList<PatternDifference> Differences { get; init; }

    /// <summary>How far the pattern is from the reference: the number of differences. The closest of several filters has the smallest.</summary>
    public required int Distance { get; init; }

    /// <summary>Why the text could not be read; null where it could.</summary>
    public FilterPatternError? Error { get; init; }

    /// <summary>The differences in one line, parted by semicolons; empty where there are none.</summary>
    public string Explanation => string.Join("; ", Differences);
}
